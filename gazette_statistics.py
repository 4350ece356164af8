"""Import name of the app that lives in `statistics/`.

A package called `statistics` would shadow the standard library's module of that name, which Django's
SQLite backend imports. So the folder has no `__init__.py`, and this module stands in for the package:
Python looks for `gazette_statistics.*` in the folder named here. See docs/decisions/0002.
"""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parent / "statistics")]
