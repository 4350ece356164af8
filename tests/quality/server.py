"""The portal as it is run, with the real issues, on a port of its own and in a folder of its own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


@contextmanager
def portal(folder: Path, **settings: str) -> Iterator[str]:
    """Set the portal up in `folder` and serve it; gives the address of its home page.

    What is running is gunicorn over collected static files, as in `make run`: headers, hashed names and
    compression are those that readers get.
    """
    port = _free_port()
    env = {
        **os.environ,
        "PORTAL_DATA": str(folder),
        "ENV_FILE": str(folder / ".env"),
        "PORTAL_SITE": "public",
    }
    env |= {"PORT": str(port), "WEB_CONCURRENCY": "2", **settings}
    for command in ("migrate", "collectstatic --noinput", "load_examples"):
        # What imports the examples is the editors' side.
        subprocess.run(
            [sys.executable, "manage.py", *command.split(), "--verbosity=0"],
            cwd=ROOT,
            env={**env, "PORTAL_SITE": "all"},
            check=True,
            stdout=subprocess.DEVNULL,
        )
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    process = subprocess.Popen(gunicorn, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _second in range(SECONDS * 10):
        assert process.poll() is None, "the server has ended"
        try:
            urllib.request.urlopen(address).close()  # noqa: S310 (the server of above)
            return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(address)
