"""A printer that is killed, or told to stop, in the middle of its work: nothing half, nothing lost, nothing left."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from printing.models import State
from tests.intake.test_jobs import database_address

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.apart]


def told(victim: str, folder: Path) -> dict[str, Any]:
    """What tests.printing.killed_printer says."""
    environment = {**os.environ, "PYTHONPATH": str(settings.BASE_DIR), "PORTAL_DATA": str(folder)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database_address(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.printing.killed_printer", victim, folder / "notes"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert answer["files"] == answer["named"]
    return answer


def test_a_job_whose_worker_is_killed_is_made_by_another(tmp_path: Path) -> None:
    """Its compositor ends with it, and every file is whole."""
    answer = told("worker", tmp_path)
    assert answer["states"] == [State.DONE] * 3
    assert sorted(answer["attempts"]) == [1, 1, 2]
    assert answer["settings"] == 4
    assert answer["whole"] == [True] * 3


def test_a_compositor_that_is_killed_is_told_to_staff(tmp_path: Path) -> None:
    """The worker lives on and makes the others."""
    answer = told("compositor", tmp_path)
    assert sorted(answer["states"]) == [State.DONE, State.DONE, State.FAILED]
    assert sum(map(bool, answer["messages"])) == 1
    assert answer["settings"] == 3


def test_cancelling_ends_the_compositor_at_once(tmp_path: Path) -> None:
    """Within seconds, with nothing on disk."""
    answer = told("nobody", tmp_path)
    assert sorted(answer["states"]) == [State.CANCELLED, State.DONE, State.DONE]
    assert answer["whole"].count(True) == 2
