"""One policy document: from its lines to what it says, as blocks and as facts."""

import re

from intake.lines import Line
from intake.readers import statements
from intake.readers.annexes import announced_titles, merge_attachments
from intake.readers.blocks import build_blocks
from intake.readers.dates import DATE, find_date, split_date
from intake.readers.healing import heal
from intake.readers.numbers import beside_number
from intake.readers.paragraphs import Paragraph, paragraphs
from intake.readers.segments import Segment
from intake.readers.shapes import is_bracketed_date, is_organ, label_of
from intake.readers.titles import stands_between
from intake.reading import Block, DocumentReading, Ranges
from intake.text import HAN, close_up, fold, glue, squeeze, widen

_KINDS = [
    ("命令（令）", r"令"),
    *(
        (kind, kind)
        for kind in (
            "决议",
            "决定",
            "公报",
            "公告",
            "通告",
            "意见",
            "通知",
            "通报",
            "报告",
            "请示",
            "批复",
            "议案",
            "函",
            "纪要",
        )
    ),
]
_KIND = [(kind, re.compile(rf"{end}(?:[（(〈<][^）)]{{1,8}}[）)〉>])?$")) for kind, end in _KINDS]
_ISSUED = re.compile(
    r"(?:印发|转发|批转|公布|发布)(?:关于)?《?(?P<name>.+?)》?(?:的通知|的通告|的公告|的决定|的函|的令)$"
)
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
# 对下列4件文件予以废止：, 宣布失效的文件目录
_REPEALS_BELOW = re.compile(
    r"(?:废止|失效)[^。；]{0,20}[：:]$|(?:下列|以下)[^。；]{0,30}(?:废止|失效)$|(?:废止|失效)[^。；：]{0,24}(?:目录|清单)(?:[（(].*[）)])?$"
)
_KEEPS = re.compile(r"继续有效|保留|修改|修订|拟废止|拟修改")
_SHORTEST_NAME = 5
# So many lines behind its head an order's text has begun.
_FAR = 40
_ADDRESSED = re.compile(r"政府|部门|机构|单位|委|厅|局|行署|院校|企业|公司|园区|社团|团体|同志|各")


def read_document(lines: list[Line], segment: Segment) -> DocumentReading:
    """Read the document of a segment; `lines` are the whole source's."""
    own = [*_between(lines, segment), *lines[segment.body : segment.end]]
    order = _order_of(segment)
    title = _issued_title(segment, own) if order else segment.title
    known = _known_titles(title, own)
    announced = announced_titles(own)
    parts = paragraphs(own, [*known, *(item.title for item in announced)])
    addressee, parts = _addressee(parts)
    body = build_blocks(heal(parts), announced)
    signature = _signature(body)
    issuer, issued = _signed(signature)
    organ, day = _beside_number(lines, segment)
    issuer, issued = issuer or organ, issued or day or _dated_under_title(parts)
    attachments = merge_attachments(announced, body)
    text = widen(_main_text(body, [title, *known]))
    effective = statements.effective_on(text, find_date(issued or ""))
    until = statements.valid_until(text, effective)
    repealed = _repealed(title, text, body)
    return DocumentReading(
        doc_number=segment.doc_number,
        title=title,
        kind=kind_of(title),
        issuer=issuer or order,
        addressee=addressee,
        issued_on=_iso(issued),
        effective_on=effective.isoformat() if effective else None,
        valid_until=until.isoformat() if until else None,
        trial=statements.is_trial([title, *known], text),
        attachments=attachments,
        cites=statements.cites(_all_text(body), {segment.doc_number or "", *repealed}),
        repeals=repealed,
        section=(segment.entry.section if segment.entry else segment.section) or None,
        contents_entry=None,
        body=body,
        lines=_extent(lines, segment),
    )


def _between(lines: list[Line], segment: Segment) -> list[Line]:
    """The date in brackets that stands between a title and its number; it is part of the text."""
    own = lines[segment.first : segment.body]
    return [line for line in own if stands_between(line.text)]


def _order_of(segment: Segment) -> str | None:
    """The organ of an order, from its printed head (伊河州人民政府令); None for any other document."""
    head = re.match(rf"^([{HAN}]+?)(?:令|公告|通告|布告)$", squeeze(segment.title))
    return head[1] if head and is_organ(head[1]) else None


def _issued_title(segment: Segment, own: list[Line]) -> str:
    """An order goes by the name of what it issues; all orders of a government have the same head."""
    opening = "".join(line.text for line in own[:12])
    quoted = re.match(_QUOTED.pattern, opening)
    return _as_printed(quoted[1], own) if quoted else segment.title


def _as_printed(name: str, own: list[Line]) -> str:
    """A quoted name as it stands over its text: there its own quotations have the outer marks again."""
    for place, line in enumerate(own):
        text = ""
        for following in own[place : place + 3]:
            text = glue(text, following.text)
            if fold(text) == fold(name):
                return close_up(text)
        if place > _FAR or (place and label_of(line.text)[1] > 1):
            break
    return name


def kind_of(title: str) -> str | None:
    """The kind (文种) that a title ends in, as the regulation names it; None where it ends in none."""
    plain = squeeze(title)
    return next((kind for kind, pattern in _KIND if pattern.search(plain)), None)


def _iso(text: str | None) -> str | None:
    day = find_date(text or "")
    return day.isoformat() if day else None


def _extent(lines: list[Line], segment: Segment) -> Ranges:
    printed = [line.number for line in lines[segment.first : segment.end] if line.text or line.furniture]
    return [[printed[0], printed[-1]]]


def _known_titles(title: str, own: list[Line]) -> list[str]:
    """The titles under which the issued text may stand behind the notice."""
    issued = _ISSUED.search(title)
    known = [issued["name"].strip("《》")] if issued else []
    opening = "".join(line.text for line in own if not line.blank and not line.cells)[:400]
    known += [name for name in _QUOTED.findall(title) if len(name) > 5]
    known += [m[1] for m in re.finditer(_QUOTED.pattern + r"(?:已经|业经|经)", opening)]
    return list(dict.fromkeys(known))


def _addressee(parts: list[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """主送机关 and the other paragraphs. What stands behind the colon is text that was torn off.

    A date in brackets or a registration code may stand over it.
    """
    place = next((n for n, part in enumerate(parts[:4]) if not _stands_over(part)), None)
    if place is None or parts[place].kind != "text":
        return None, parts
    first = parts[place]
    match = re.match(r"^(?P<to>[^。：:；;《]{2,400}?)[：:](?P<rest>.*)$", first.text)
    if match is None or not _ADDRESSED.search(match["to"]):
        return None, parts
    rest = match["rest"].strip()
    behind = [Paragraph(first.lines, rest, "torn")] if rest else []
    return match["to"] + "：", [*parts[:place], *behind, *parts[place + 1 :]]


def _stands_over(part: Paragraph) -> bool:
    return stands_between(part.text)


def _signature(body: list[Block]) -> Block | None:
    """The signature of the document itself: the first one before any attachment.

    A date in brackets stands under a title; it signs only where nothing else does.
    """
    dated = []
    for block in body:
        if block.type == "attachment":
            break
        if block.type == "signature" and find_date(block.text):
            dated.append(block)
    return next((block for block in dated if not is_bracketed_date(block.text)), next(iter(dated), None))


def _signed(signature: Block | None) -> tuple[str | None, str | None]:
    """Who signs, and the date as printed; of several signatures the last date counts."""
    if signature is None:
        return None, None
    organs, dated = [], None
    for line in signature.text.split("\n"):
        split = split_date(line)
        name = split[0] if split else line
        dated = split[1] if split else dated
        organs += _organs(name)
    return "、".join(organs) or None, dated


def _dated_under_title(parts: list[Paragraph]) -> str | None:
    """The date that stands in brackets under the title: （2012年3月5日）, where nobody signs with one."""
    text = next((part.text for part in parts[:3] if is_bracketed_date(part.text)), None)
    if text is None:
        return None
    published = re.search(rf"{DATE}(?=[^，。；年]{{0,40}}(?:公布|发布))", text)
    return published[0] if published else text


def _beside_number(lines: list[Line], segment: Segment) -> tuple[str | None, str | None]:
    found = (beside_number(line.text) for line in lines[segment.first : segment.body])
    return next((pair for pair in found if any(pair)), (None, None))


def _organs(text: str) -> list[str]:
    """The organs of a signature's line; blanks between them part those of a joint document."""
    pieces = text.split()
    if len(pieces) > 1 and all(is_organ(piece) and len(piece) > 3 for piece in pieces):
        return pieces
    return [squeeze(text)] if text and is_organ(text) else []


def _main_text(body: list[Block], titles: list[str]) -> str:
    """The text before the attachments, a line a block, and the attachment that is the very text it issues."""
    lines = []
    own = True
    for block in body:
        if block.type == "attachment":
            own = len(block.text) > _SHORTEST_NAME and any(fold(block.text) in fold(name) for name in titles)
        if not own:
            continue
        if block.type not in {"table", "signature", "attachment"}:
            lines.append(glue(block.label, block.text))
    return "\n".join(lines)


def _all_text(body: list[Block]) -> str:
    return "\n".join(
        "\n".join([block.label + block.text, *("\n".join(row) for row in block.rows)]) for block in body
    )


def _under_repeals(body: list[Block]) -> list[str]:
    """The items and rows under a heading or sentence that says that they are repealed: 对下列文件予以废止：."""
    rows: list[str] = []
    level: int | None = None
    for block in body:
        if _REPEALS_BELOW.search(block.text) and not _KEEPS.search(block.text):
            level = block.level if block.type != "paragraph" else 0
        elif block.type in {"attachment", "signature"} or (level is not None and 0 < block.level <= level):
            level = None
        elif level is not None and block.type in {"item", "heading"} and block.label:
            rows.append(block.text)
        elif level is not None and block.type == "table":
            rows += ["\n".join(row) for row in block.rows[1:]]
    return rows


def _repealed(title: str, text: str, body: list[Block]) -> list[str]:
    """What the document repeals: by its sentences, and by the list of a document that is about repealing."""
    found = statements.repeals(text)
    items = _under_repeals(body)
    listed = statements.listed_documents(items)
    found = [name for name in found if name not in listed and fold(name) not in fold("".join(items))] + listed
    if "废止" in title and not re.search(r"修改|修订|清理|保留|继续有效", title):
        items = [b.text for b in body if b.type == "item" or (b.type == "heading" and b.label)]
        items += ["\n".join(row) for b in body if b.type == "table" for row in b.rows[1:]]
        listed = statements.listed_documents(items)
        known = fold("".join(items))
        found = [name for name in found if name not in listed and fold(name) not in known] + listed
    return list(dict.fromkeys(found))
