"""How long others may keep a page: on the readers' site for a moment, on a laptop not at all."""

from pathlib import Path

import pytest

from tests.setup.site import setting


@pytest.mark.parametrize(("site", "seconds"), [("public", 60), ("editorial", 0), ("all", 0)])
def test_only_the_readers_site_lets_pages_be_kept(tmp_path: Path, site: str, seconds: int) -> None:
    """An editor who corrects something on her own machine sees it at once."""
    assert setting("PAGES_MAX_AGE", tmp_path, PORTAL_SITE=site) == seconds


def test_it_is_a_setting(tmp_path: Path) -> None:
    assert setting("PAGES_MAX_AGE", tmp_path, PAGES_MAX_AGE="300") == 300
