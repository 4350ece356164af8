"""The secret key of an installation that nobody has configured."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key


def ensure_env_file(path: Path) -> None:
    """Write `path` with a random SECRET_KEY unless it exists; only its owner may read it.

    A key is never shipped and never guessed: a laptop gets one of its own, a server is given one in its
    environment and has no such file.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return
    path.write_text(f"SECRET_KEY='{get_random_secret_key()}'\n", encoding="utf-8")
