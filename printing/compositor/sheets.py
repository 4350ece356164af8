"""What a setter hands back of a sheet: pages that are painted, and plain data about them.

A sheet is a run of pages that is set by itself: the front, or some neighbouring parts of the text.
"""

from dataclasses import dataclass, field

# CSS pixels → points.
SCALE = 0.75

# A place on a page, in points from its lower left corner.
Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass
class Mark:
    """A piece of a page's content that belongs to a tag: its page in the sheet, its number on that page.

    Without a number it was not painted: blanks at a line's end, an element that is not visible.
    """

    page: int
    number: int | None = None


@dataclass
class Reference:
    """A link that belongs to a tag: its page in the sheet, its place among the page's links."""

    page: int
    link: int


@dataclass
class Tag:
    """An element of the structure; its kids are marks, links and numbers of other tags, in reading order."""

    name: str
    kids: list["int | Mark | Reference"] = field(default_factory=list)
    lang: str = ""
    alt: str = ""
    box: Rectangle | None = None
    scope: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Link:
    """`target` is an anchor, or an address where `away`; `words` say where it leads."""

    target: str
    away: bool
    rectangle: Rectangle
    words: str


@dataclass(frozen=True)
class Bookmark:
    level: int
    label: str
    place: Point
    closed: bool


@dataclass(frozen=True)
class Kind:
    """What the page rules of the style sheets look at, beside the side and the number of a page."""

    name: str = ""
    groups: tuple[tuple[str, int], ...] = ()
    blank: bool = False


@dataclass
class Page:
    """`content` is compressed; `origin` is where the type area stood, in points from the upper left corner."""

    kind: Kind
    content: bytes
    origin: Point
    marks: list[int]
    anchors: dict[str, Point]
    bookmarks: list[Bookmark]
    links: list[Link]
    strings: dict[str, list[str]]


@dataclass
class Used:
    """What of a face is used: glyph → the text that it stands for, glyph → width (thousandths of an em)."""

    letters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)


@dataclass
class Sheet:
    """`resources` is a PDF whose only page has what the contents refer to, except the faces.

    `begins` is the page that `back` begins, where nothing else stands before it.
    """

    pages: list[Page]
    tags: list[Tag]
    top: list[int]
    resources: bytes
    counts: dict[str, int]
    faces: dict[str, Used]
    begins: int | None = None


@dataclass(frozen=True)
class Leaf:
    """A page of the whole: page `page` of sheet `sheet`, or blank; `number` is what counter(page) gives."""

    sheet: int
    page: int | None
    number: int
    right: bool


@dataclass(frozen=True)
class Heading:
    """What the margins of a leaf depend on: strings before this page, and those that are set on it."""

    kind: Kind
    right: bool
    number: int
    before: dict[str, str]
    here: dict[str, list[str]]


@dataclass
class Head:
    """The margins of a leaf, painted: what lies under the text, and what stands around it. Boxes in points."""

    under: bytes
    over: bytes
    media: Rectangle
    trim: Rectangle
    bleed: Rectangle
    origin: Point


@dataclass
class Heads:
    heads: list[Head]
    resources: bytes
    faces: dict[str, Used]


@dataclass(frozen=True)
class Program:
    """A face cut to what is used, as a PDF embeds it: `cff` or TrueType; measures in thousandths of an em."""

    name: str
    family: str
    data: bytes
    cff: bool
    flags: int
    ascent: float
    descent: float
    slant: float
    stem: float
