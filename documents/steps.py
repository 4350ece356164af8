"""The table of contents of a long text: the steps by which a reader enters it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from documents.models import BlockKind
from documents.part import Part

# From so many steps on, a reader needs a table of contents.
LONG = 5
# So many she takes in; of a text that has more, the lower ranks are left out.
MOST = 40
# An article is known by its number and its first words.
_WORDS = re.compile(r"[^，。；：、！？,;:\n]{1,16}")


@dataclass(frozen=True)
class Step:
    """A line of the table of contents; `rank` as of HTML headings."""

    name: str
    anchor: str
    rank: int


Texts = list[tuple[Step | None, list[Part]]]


def steps(texts: Texts) -> list[Step]:
    """The steps of the texts of a document; each attachment is entered by a step of its own.

    A text without chapters is entered by its articles.
    """
    made = _made(texts, _by_headings)
    articles = [part for _own, parts in texts for part in parts if part.block.kind == BlockKind.ARTICLE]
    if len(made) < LONG <= len(articles):
        made = _made(texts, _by_articles)
    chosen = made
    for deepest in (4, 3, 2):
        if len(chosen) > MOST:
            chosen = [step for step in made if step.rank <= deepest]
    return chosen or made


def _made(texts: Texts, by: Callable[[list[Part]], Iterator[Step]]) -> list[Step]:
    return [step for own, parts in texts for step in [own, *by(parts)] if step]


def _by_headings(parts: list[Part]) -> Iterator[Step]:
    """Headings, and those that run into their paragraphs where they stand outside any article."""
    in_article = False
    for part in parts:
        in_article = not part.rank and (in_article or part.block.kind == BlockKind.ARTICLE)
        if part.rank:
            yield Step(part.name.rstrip("。"), part.anchor, part.rank)
        elif part.run_in and part.anchor and not in_article:
            yield Step(part.run_in, part.anchor, part.depth)


def _by_articles(parts: list[Part]) -> Iterator[Step]:
    for part in parts:
        if part.block.kind == BlockKind.ARTICLE:
            words = _WORDS.match(part.block.text.strip())
            yield Step(f"{part.name}\u3000{words[0]}…" if words else part.name, part.anchor, part.depth)
        elif part.rank:
            yield Step(part.name, part.anchor, part.rank)
