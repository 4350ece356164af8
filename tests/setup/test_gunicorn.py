"""A real server answers over IPv4 and IPv6, and starts where there is no IPv6."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import gunicorn
from tests.setup.site import ROOT

TO_START = 60.0


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a server of this test."""
    chosen = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PORTAL_DATA": str(tmp_path),
        "SECRET_KEY": "a key for this test",
        "PORT": str(chosen),
        "WEB_CONCURRENCY": "1",
    }
    python = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    server = subprocess.Popen(python, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    assert f"http://127.0.0.1:{chosen}/" in server.stdout.readline()
    yield chosen
    server.terminate()
    server.wait(TO_START)
    server.stdout.close()


def status(address: str) -> int:
    until = time.monotonic() + TO_START
    while True:
        try:
            with urllib.request.urlopen(address, timeout=TO_START) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_both_protocols_are_served(port: int) -> None:
    if not gunicorn.has_ipv6():
        pytest.skip("this machine has no IPv6")
    assert [status(f"http://{host}:{port}/static/icon.svg") for host in ("127.0.0.1", "[::1]")] == [200, 200]


def test_a_machine_without_ipv6_is_served_over_ipv4(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise OSError("Address family not supported by protocol")

    monkeypatch.setattr(socket, "socket", refuse)
    assert gunicorn.addresses("8000") == ["127.0.0.1:8000"]
