"""The folder `statistics/` and the standard library's module of that name get along."""

import statistics
import sysconfig
from pathlib import Path

import gazette_statistics.apps

ROOT = Path(__file__).resolve().parent.parent.parent


def test_statistics_is_the_standard_librarys() -> None:
    """Django's SQLite backend imports it; a package of ours in its place stops every command."""
    assert Path(statistics.__file__).parent == Path(sysconfig.get_path("stdlib"))
    assert statistics.mean([1, 3]) == 2


def test_the_folder_is_no_package() -> None:
    """With an `__init__.py` it would shadow the standard library."""
    assert (ROOT / "statistics").is_dir()
    assert not (ROOT / "statistics" / "__init__.py").exists()


def test_the_app_is_imported_by_its_other_name() -> None:
    """`gazette_statistics` leads into the folder."""
    assert Path(gazette_statistics.apps.__file__).parent == ROOT / "statistics"


def test_its_migrations_are_a_package() -> None:
    """Otherwise makemigrations finds nothing to do there and says all is well."""
    assert (ROOT / "statistics" / "migrations" / "__init__.py").exists()
