"""An e-book before it is a file: what is known of it, and its chapters as XHTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    """A line of the e-book's contents: where it leads to, and what stands under it."""

    title: str
    href: str
    under: list["Heading"] = field(default_factory=list)


@dataclass(frozen=True)
class Chapter:
    """A file of the e-book. `name` has no ending; `kind` is its epub:type."""

    name: str
    title: str
    body: str
    kind: str = "chapter"
    language: str = "zh-CN"
    # Where it stands in the printed issue; empty where that is not known.
    page: str = ""


@dataclass(frozen=True)
class Book:
    """`key` names the book for ever: the same issue of the same gazette has the same one.

    `modified` is UTC, as YYYY-MM-DDThh:mm:ssZ: it is the publication's, never the moment of making. `dated` is
    YYYY-MM-DD or YYYY-MM, empty where the paper bears no date. `images` are file names with their bytes.
    """

    key: str
    title: str
    publisher: str
    modified: str
    chapters: list[Chapter]
    contents: list[Heading]
    dated: str = ""
    source: str = ""
    description: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)
