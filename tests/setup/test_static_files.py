"""Static files, before and after they are collected."""

import os
import subprocess
import sys
from pathlib import Path

from tests.setup.site import ROOT, setting


def test_they_are_served_from_where_they_lie_until_collected(tmp_path: Path) -> None:
    """A fresh checkout shows its styles with `runserver`, DEBUG off."""
    assert setting("WHITENOISE_USE_FINDERS", tmp_path) is True


def test_once_collected_they_are_served_under_hashed_names(tmp_path: Path) -> None:
    """The first `collectstatic` writes the manifest, and the next process serves by it."""
    done = subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PORTAL_DATA": str(tmp_path), "SECRET_KEY": "a key for this test"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "static" / "staticfiles.json").exists()
    assert setting("WHITENOISE_USE_FINDERS", tmp_path) is False
    assert "Manifest" in setting("STORAGES", tmp_path)["staticfiles"]["BACKEND"]
