"""The one style sheet of the public site, put together from the files of static/css.

A page in need of one file instead of ten is there sooner on a slow line; people read the ten.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from portal import masthead

NAME = "css/site.css"
# The order matters: what comes later may refine what came before.
PARTS = (
    "tokens",
    "base",
    "components",
    "layout",
    "modes",
    "gazette",
    "lists",
    "document",
    "rooms",
    "charts",
    "search",
    "citizens",
    "sealing",
    "languages",
    "api",
    "print",
)


class StylesheetFinder(BaseFinder):
    """Finds css/site.css and the face of the masthead, made anew wherever they are asked for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "made")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        maker = {NAME: self._make, masthead.NAME: masthead.make}.get(path)
        made = maker() if maker else None
        if made is None:
            return []
        return [str(made)] if find_all else str(made)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        ignored = list(ignore_patterns or [])
        for name, maker in ((NAME, self._make), (masthead.NAME, masthead.make)):
            if not matches_patterns(name, ignored) and maker() is not None:
                yield name, self.storage

    def _make(self) -> Path:
        made = Path(self.storage.path(NAME))
        made.parent.mkdir(parents=True, exist_ok=True)
        text = joined()
        if not made.exists() or made.read_text() != text:
            # Two processes may make it at once: each puts a whole file in its place.
            fresh = made.with_suffix(f".{id(self)}")
            fresh.write_text(text)
            fresh.replace(made)
        return made


def joined() -> str:
    """The text of the one sheet: the face of the masthead, where there is one, and all parts."""
    folder = settings.BASE_DIR / "static" / "css"
    parts = [(folder / f"{part}.css").read_text() for part in PARTS]
    return "\n".join([masthead.RULE if masthead.make() else "", *parts])
