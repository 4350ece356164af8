"""The secret key of an installation that nobody has configured."""

import secrets
from pathlib import Path


def ensure_env_file(path: Path) -> None:
    """Write `path` with a random SECRET_KEY unless it exists; only its owner may read it.

    A key is never shipped and never guessed: a laptop gets one of its own, a server is given one in its
    environment and has no such file.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return
    # Letters, digits, - and _ only: django-environ takes a value that begins with $ for another's name.
    path.write_text(f"SECRET_KEY='{secrets.token_urlsafe(50)}'\n", encoding="utf-8")
