"""The 款 of an article: the paragraphs that follow its number, until something else begins."""

import re
from collections.abc import Iterable

from documents.models import Block, BlockKind
from documents.quoting import is_item, is_part

_ANNOUNCES = re.compile(r"\s*附件\s*[一二三四五六七八九十\d]*\s*[：:]")


def articles_of_several_paragraphs(blocks: Iterable[Block]) -> set[int]:
    """The articles (by id()) that have more than one 款: only these name it when they are cited."""
    found: set[int] = set()
    article: Block | None = None
    for block in blocks:
        if block.kind == BlockKind.ARTICLE:
            article = block
            several = lines_of(block) > 1
        elif article and is_paragraph(block):
            several = True
        else:
            several = False
            article = None if ends_article(block) else article
        if several and article:
            found.add(id(article))
    return found


def is_paragraph(block: Block) -> bool:
    """Whether a block is a 款 of the article that it follows. What announces attachments is none."""
    return block.kind == BlockKind.PARAGRAPH and bool(block.text.strip()) and not announces(block)


def opens_part(block: Block) -> bool:
    """Whether a block opens a chapter or a part, with a heading or, as 一、 does, within its first sentence."""
    label = block.label.strip()
    if block.kind == BlockKind.ITEM:
        return is_part(label)
    return block.kind == BlockKind.HEADING and not is_item(label)


def ends_article(block: Block) -> bool:
    """Whether what follows no longer belongs to the article before."""
    return block.kind == BlockKind.SIGNATURE or announces(block) or opens_part(block)


def announces(block: Block) -> bool:
    """Whether a paragraph announces the attachments: 附件：1.甲."""
    return block.kind == BlockKind.PARAGRAPH and bool(_ANNOUNCES.match(block.text))


def lines_of(block: Block) -> int:
    """How many lines a block is printed in; one at least."""
    return max(sum(1 for line in block.text.split("\n") if line.strip()), 1)
