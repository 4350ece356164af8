"""Markdown, and plain text with the marks that OCR programs write, as lines that readers understand.

A line stays a line: what numbers a line has in the file, it has in the text. Only a table that the file
holds in one line (as some OCR programs write tables) becomes as many lines as it has rows.
"""

import dataclasses
import html
import re

from intake.sources.latex import without_formulas
from intake.sources.markdown_tables import expand_tables, with_outer_pipes

# A line that is all mark: an ornament, which belongs to no text and is accounted for as a rule is.
ORNAMENT = "***"
_IMAGE = re.compile(
    r"!\[(?P<alt>[^\]]{0,200})\]\([^()\s]{0,2000}(?:\([^()]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\s*\)"
)
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]{1,200})\]\((?:https?://|/|\.|#|mailto:)[^()\s]{0,2000}\)")
_TAG = re.compile(
    r"</?(?:a|b|big|body|br|center|div|em|figure|figcaption|font|html|i|img|p|small|span|strong|sub|sup|u|hr)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_BREAK = re.compile(r"<br\s*/?>|</p>|</div>", re.I)
_COMMENT = re.compile(r"<!--.{0,500}?-->")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_ESCAPE = re.compile(r"\\([\[\](){}_.\-!~>+`$%&<=\\\"'])")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})\s*[\w-]*\s*$")
_QUOTE = re.compile(r"^(?:>\s)+(?=\s*\S)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HINTS = re.compile(r"[<\\&`$|]|!\[|\]\(|^>\s", re.M)


@dataclasses.dataclass(frozen=True)
class Normal:
    """A text, and for each of its lines the line of the file; `origin` is empty where they are the same."""

    text: str
    origin: tuple[int, ...] = ()


def normalise(text: str) -> Normal:
    """The text without marks; the wording is the file's."""
    if not _HINTS.search(text):
        return Normal(text)
    numbered = with_outer_pipes(list(enumerate(text.split("\n"), 1)))
    numbered = expand_tables(numbered, ORNAMENT)
    lines = [_line(line) for _number, line in numbered]
    origin = tuple(number for number, _line in numbered)
    is_same = origin == tuple(range(1, len(origin) + 1))
    return Normal("\n".join(lines), () if is_same else origin)


def _line(raw: str) -> str:
    if _FENCE.match(raw):
        return ORNAMENT
    if not _HINTS.search(raw):
        return raw
    line = _IMAGE.sub(lambda m: m["alt"] if _HAN.search(m["alt"]) else "", _COMMENT.sub("", raw))
    line = _LINK.sub(lambda m: m["words"], line)
    line = _TAG.sub("", _BREAK.sub(" ", line))
    line = without_formulas(line)
    line = _ENTITY.sub(_character, line)
    line = _ESCAPE.sub(r"\1", _QUOTE.sub("", line))
    # Unescaped they would make a heading or a cell of what is neither.
    line = line.replace("\\#", "＃").replace("\\|", "｜")
    return ORNAMENT if raw.strip() and not line.strip() else line


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    # No character may make two lines, or a table's row, of one.
    return character if character.isprintable() or character == "\xa0" else " "
