"""Settings as a process of its own meets them: they are read once, at import, from the environment."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL")


def run_python(code: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `code` with nothing of this machine's configuration but what is given."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ENV_FILE": str(data / ".env"),
            "PORTAL_DATA": str(data),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def setting(name: str, data: Path, **environment: str) -> Any:
    """The value of one setting in a process with this environment."""
    code = f"import json; from django.conf import settings; print(json.dumps(settings.{name}, default=str))"
    done = run_python(code, data, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def status(path: str, data: Path, **environment: str) -> int:
    """The status with which a site in this environment answers a request for `path`."""
    code = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
        "from django.test import Client\n"
        f"print(Client(raise_request_exception=False).get({path!r}, HTTP_HOST='localhost').status_code)"
    )
    done = run_python(code, data, **environment)
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split()[-1])
