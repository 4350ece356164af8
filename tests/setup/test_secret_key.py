"""The secret key of an installation that nobody has configured."""

import re
from pathlib import Path

from config.secret import ensure_env_file
from tests.setup.site import setting


def test_a_missing_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    """The key is readable for nobody else."""
    ensure_env_file(tmp_path / ".env")
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600


def test_every_installation_gets_a_key_of_its_own(tmp_path: Path) -> None:
    """No two installations share a key, and it is long."""
    for name in ("one", "two"):
        ensure_env_file(tmp_path / name)
    one, two = ((tmp_path / name).read_text() for name in ("one", "two"))
    assert one.startswith("SECRET_KEY='")
    assert len(one) > 50
    assert one != two


def test_no_key_means_something_else_to_its_reader(tmp_path: Path) -> None:
    """A key with signs such as $ would be read as a reference, now and then, and stop the start."""
    for number in range(100):
        ensure_env_file(tmp_path / str(number))
        assert re.fullmatch(r"SECRET_KEY='[A-Za-z0-9_-]+'\n", (tmp_path / str(number)).read_text())


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    """A restart neither changes the key nor drops other settings."""
    path = tmp_path / ".env"
    path.write_text("SECRET_KEY='kept'\nSITE_NAME='伊河州人民政府公报'\n")
    ensure_env_file(path)
    assert path.read_text() == "SECRET_KEY='kept'\nSITE_NAME='伊河州人民政府公报'\n"


def test_the_written_key_is_the_one_in_use(tmp_path: Path) -> None:
    """Two starts without configuration find the same key."""
    first = setting("SECRET_KEY", tmp_path)
    assert first in (tmp_path / ".env").read_text()
    assert setting("SECRET_KEY", tmp_path) == first


def test_a_key_in_the_environment_needs_no_file(tmp_path: Path) -> None:
    """A server is given its key, and nothing is written beside it."""
    assert setting("SECRET_KEY", tmp_path, SECRET_KEY="given") == "given"
    assert not (tmp_path / ".env").exists()
