"""The pages of the whole in their order: front, text from a right-hand page on, blanks where they are needed."""

from collections.abc import Sequence

from printing.compositor.sheets import Heading, Kind, Leaf, Sheet

_BLANK = Kind(blank=True)


def text_leaves(sheets: Sequence[Sheet], before: int = 0, multiple: int = 1) -> list[Leaf]:
    """The pages of the text, numbered from 1; `before` stand before them, all together a multiple of `multiple`.

    A page that closes the issue stays the last one: blanks go before it.
    """
    places: list[tuple[int, int | None]] = [
        (number, page) for number, sheet in enumerate(sheets) for page in range(len(sheet.pages))
    ]
    lacking = -(before + len(places)) % multiple
    begins = sheets[-1].begins if sheets else None
    at = len(places) if begins is None else len(places) - len(sheets[-1].pages) + begins
    places[at:at] = [(len(sheets) - 1, None)] * lacking
    return [
        Leaf(sheet, page, number, number % 2 == 1) for number, (sheet, page) in enumerate(places, start=1)
    ]


def front_leaves(front: Sheet, *, text_follows: bool) -> list[Leaf]:
    """Cover and contents; where a text follows, an even number of pages."""
    count = len(front.pages)
    pages = [*range(count), *([None] * (count % 2) if text_follows else [])]
    return [Leaf(0, page, number, number % 2 == 1) for number, page in enumerate(pages, start=1)]


def headings(leaves: Sequence[Leaf], sheets: Sequence[Sheet]) -> list[Heading]:
    """What the margins of each leaf depend on; a string that one page sets holds on those that follow."""
    held: dict[str, str] = {}
    made: list[Heading] = []
    for leaf in leaves:
        page = None if leaf.page is None else sheets[leaf.sheet].pages[leaf.page]
        here = page.strings if page else {}
        made.append(Heading(page.kind if page else _BLANK, leaf.right, leaf.number, dict(held), here))
        held |= {name: words[-1] for name, words in here.items()}
    return made


def folios(leaves: Sequence[Leaf], sheets: Sequence[Sheet]) -> dict[str, int]:
    """The number of the page on which each element with an id begins."""
    found: dict[str, int] = {}
    for leaf in leaves:
        if leaf.page is not None:
            for name in sheets[leaf.sheet].pages[leaf.page].anchors:
                found.setdefault(name, leaf.number)
    return found
