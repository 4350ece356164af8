"""How gunicorn serves the portal; PORT, BIND and WEB_CONCURRENCY (gunicorn's own) change it."""

import logging
import os
import socket
from typing import Any


def has_ipv6() -> bool:
    """Whether this machine has an IPv6 of its own: a kernel without it would not let gunicorn start."""
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind(("::1", 0))
    except OSError:
        return False
    return True


def addresses(port: str) -> list[str]:
    """This machine's own addresses, of both protocols where it has both."""
    return [f"127.0.0.1:{port}", *([f"[::1]:{port}"] if has_ipv6() else [])]


_chosen = os.environ.get("BIND", "").replace(",", " ").split()
bind = _chosen or addresses(os.environ.get("PORT") or "8000")
workers = int(os.environ.get("WEB_CONCURRENCY") or "2")
worker_class = "gthread"
threads = 4
# An editor who asks for the PDF of a thick issue waits for about ten seconds on a small machine.
timeout = 60
graceful_timeout = 30
loglevel = "warning"
# Django leaves it to the server to drop the body of an answer to HEAD; gunicorn warns of each.
logging.getLogger("gunicorn.http.wsgi").setLevel(logging.ERROR)
# Without it, gunicorn puts a socket for its own remote control into the home folder.
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Say where the portal is, once it really answers there."""
    first = bind[0]
    address = first if first.startswith("unix:") else f"http://{first}/"
    print(
        f"政府公报已启动，请访问 / the gazette is ready: {address}（按 Ctrl-C 停止 / Ctrl-C stops it）",
        flush=True,
    )
