"""Page numbers in a contents page: behind the title, or before it, in whatever way the page sets them."""

import dataclasses
import re
from itertools import pairwise

from intake.lines import Line
from intake.text import HAN, squeeze

_MARK = r"[\s.…·•．。⋯—_-]"
# Behind a leader: …(2), .....17, a tab and 59; behind a single blank only where all entries have it so.
_BEHIND = re.compile(
    rf"^(?P<before>.*?)(?P<gap>{_MARK}{{2,}}|[…⋯]|(?<!\d)\s*[/／|]\s*|\t|\s|(?=[（(〔]))[（(〈<【\[〔]?\s*(?P<page>\d{{1,4}})\s*[)）〉>】\]〕]?$"
)
# Where a single blank parted the title from the page, none is left between them: …的通知12.
_CLOSE_BEHIND = re.compile(rf"^(?P<before>.*[{HAN}》）)])(?P<page>\d{{1,3}})$")
_BEFORE = re.compile(
    r"^[（(]?(?P<page>\d{1,4})[)）]?(?P<gap>[.…·．⋯—-]{2,}|[\s/]+|(?<=[)）])|(?=[^\s\d年月日号第个次件项、.．，)）]))(?P<rest>\S.*)$"
)
_LEADER = re.compile(r"(?<![.…·•．⋯_—-])[.…·•．⋯_—-]{2,}\s*$|[…⋯]\s*$")
# Leaders may be long; what is longer is no line of a contents page, and would take long to try.
_LONGEST_LINE = 400


@dataclasses.dataclass(frozen=True)
class Numbered:
    """A line of the contents with a page number: the rest of the line, and the page."""

    text: str
    page: str


def joined(line: Line) -> str:
    """A line's text; of a row its cells with tabs between them."""
    return "\t".join(cell for cell in line.cells if cell) if line.cells else line.text


def behind(line: Line, *, loosely: bool = False) -> Numbered | None:
    """A page number at the line's end; `loosely`: also behind a single blank, or none."""
    text = joined(line)
    match = _BEHIND.match(text) if len(text) <= _LONGEST_LINE else None
    close = _CLOSE_BEHIND.match(text) if loosely and match is None else None
    if close and not close["before"].endswith("第"):
        return Numbered(close["before"], close["page"])
    if match is None or (match["before"] and re.search(r"[〔\[（(]$|第$", match["before"])):
        return None
    gap = squeeze(match["gap"])
    bracketed = text.rstrip().endswith((")", "）", "〉", ">", "】", "]", "〕"))
    # A title may end in a figure (…2018); a page stands behind a leader, a tab or in brackets.
    sure = (
        len(gap) >= 2
        or gap in {"…", "⋯", "/", "／", "|"}
        or "\t" in match["gap"]
        or bracketed
        or len(match["gap"]) >= 2
    )
    if not sure and not (loosely and match["gap"]):
        return None
    if bracketed and re.fullmatch(r"(?:19|20)\d\d", match["page"]):
        return None
    # Who wrote or spoke may stand between the leader and the page: 政府工作报告……李明（3）.
    text = re.sub(r"\s*(?:[…⋯]+|[.·]{3,})\s*[\u4e00-\u9fff· ]{2,12}$", "", match["before"])
    return Numbered(_LEADER.sub("", text).strip(), str(int(match["page"])))


def before(line: Line) -> Numbered | None:
    """A page number at the line's head."""
    match = _BEFORE.match(joined(line))
    return Numbered(match["rest"].strip(), str(int(match["page"]))) if match else None


def without_leader(text: str) -> str:
    return _LEADER.sub("", text).strip()


def rising(pages: list[str]) -> bool:
    """Whether page numbers run up as those of a contents page do; one in ten may be misread."""
    numbers = [int(page) for page in pages]
    falls = sum(after < before for before, after in pairwise(numbers))
    return len(numbers) >= 2 and falls <= len(numbers) // 10
