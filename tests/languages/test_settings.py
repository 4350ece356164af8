"""A language is turned on by a setting, and only with its catalogue."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info

from gazette.models.publication import not_reserved


def start(folder: Path, languages: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "SITE_LANGUAGES": languages,
        "PORTAL_DATA": str(folder),
        "ENV_FILE": str(folder / ".env"),
    }
    command = [sys.executable, "-c", "import django; django.setup()"]
    env["DJANGO_SETTINGS_MODULE"] = "config.settings"
    return subprocess.run(
        command, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )


def test_a_language_without_a_catalogue_cannot_be_turned_on(tmp_path: Path) -> None:
    """Pages would say that they are Uyghur, and be Chinese; Django's own words in Uyghur do not count."""
    ended = start(tmp_path, "zh-hans,en,ug")
    assert ended.returncode != 0
    assert "SITE_LANGUAGES: ug has no catalogue" in ended.stderr


def test_with_its_catalogue_it_is_turned_on(tmp_path: Path) -> None:
    compiled = tmp_path / "locale/kk_Arab/LC_MESSAGES/django.mo"
    compiled.parent.mkdir(parents=True)
    compiled.touch()
    assert start(tmp_path, "zh-hans,en,kk-arab").returncode == 0


@pytest.mark.parametrize(("code", "from_the_right"), [("ug", True), ("kk-arab", True), ("mn-mong", False)])
def test_django_knows_how_the_scripts_run(code: str, from_the_right: bool) -> None:
    """Its own list knows Kazakh and Mongolian in Cyrillic letters only."""
    info = get_language_info(code)
    assert (info["code"], info["bidi"]) == (code, from_the_right)


@pytest.mark.parametrize("code", ["en", "ug", "kk-arab", "kk", "mn"])
def test_no_gazette_has_the_address_of_a_language(code: str) -> None:
    """/kk/ would be taken for Kazakh, and the gazette never be found."""
    with pytest.raises(ValidationError):
        not_reserved(code)
