"""WeasyPrint's inner functions that are replaced, and whether they are those that are known.

Nothing of this is promised by WeasyPrint: with another version than the one pinned, setting is left to it.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import weasyprint

# The version whose inner functions were read.
KNOWN_VERSION = "70.0"


class UnknownSettingError(RuntimeError):
    """WeasyPrint has changed within."""


@dataclass
class Known:
    """A function `name` of `module` with the `parameters` that it had when it was read."""

    module: ModuleType
    name: str
    parameters: str

    def __post_init__(self) -> None:
        self.original: Callable[..., Any] = getattr(self.module, self.name, None) or _gone

    def check(self) -> None:
        """Raises UnknownSettingError where WeasyPrint's function is not the known one."""
        found = " ".join(inspect.signature(self.original).parameters)
        if weasyprint.__version__ != KNOWN_VERSION or found != self.parameters:
            raise UnknownSettingError(
                f"WeasyPrint {weasyprint.__version__}: {self.module.__name__}.{self.name}({found})"
            )


def replaced(known: Known, by: Callable[..., Any]) -> None:
    setattr(known.module, known.name, by)


def restored(known: Known) -> None:
    setattr(known.module, known.name, known.original)


def _gone() -> None:
    """Stands for a function that WeasyPrint no longer has."""
