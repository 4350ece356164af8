"""Where each item of an issue begins: by its number, by its title in the contents, or by its heading."""

import dataclasses
import re
from itertools import zip_longest

from intake.lines import Line
from intake.readers import kinds
from intake.readers.contents_entries import is_section, section_name
from intake.readers.dates import is_date_line
from intake.readers.matching import TitleIndex
from intake.readers.numbers import is_number_line, is_order_line, is_series_line, own_number
from intake.readers.promulgated import issuer_of, promulgated
from intake.readers.shapes import is_title, starts_like_title
from intake.readers.titles import title_above, title_below
from intake.reading import ContentsEntry
from intake.text import close_up, fold, is_alike, likeness, squeeze

_LONGEST_SECTION = 14
# So many blank lines part the documents of a collection.
_WIDE_GAP = 3
# Two titles that differ in a character or two are one, misprinted.
_SAME = 0.9
_SERIES = re.compile(r"(?:令|公告|通告|布告)?第\d{1,4}号$")


@dataclasses.dataclass
class Segment:
    """The lines [first, end) of one item, as indices; `body` is where its text begins.

    `also` are further entries of the contents that it answers: the order, and the regulation that it issues.
    """

    first: int
    body: int
    title: str
    doc_number: str | None
    kind: str
    entry: ContentsEntry | None = None
    end: int = 0
    section: str = ""
    also: list[ContentsEntry] = dataclasses.field(default_factory=list)


def find_segments(lines: list[Line], start: int, contents: list[ContentsEntry]) -> list[Segment]:
    """The items of a source from index `start` on, in the order of the text."""
    segments = _numbered(lines, start)
    _match_numbers(segments, contents)
    _match_misprinted(segments, contents)
    segments += _titled(lines, start, segments, contents)
    if not contents:
        segments += _unnumbered(lines, start, segments)
    segments += _under_sections(lines, start, segments, contents)
    segments += promulgated(lines, start, segments)
    segments += _headed(lines, start, segments, contents)
    segments = _apart(segments)
    _match_by_kind(segments, contents)
    _take_section_headings(lines, start, segments, contents)
    segments = _without_bare_headings(lines, segments)
    for segment, following in zip_longest(segments, segments[1:]):
        segment.end = following.first if following else len(lines)
    return segments


def _without_bare_headings(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """A heading with nothing under it but the reports of meetings belongs to the first of them."""
    kept: list[Segment] = []
    for segment in segments:
        last = kept[-1] if kept else None
        bare = last and last.kind == segment.kind == "meetings" and segment.entry is None
        if last and bare and all(line.blank for line in lines[last.body : segment.first]):
            segment.first, segment.entry = last.first, last.entry
            kept[-1] = segment
        else:
            kept.append(segment)
    return kept


def _apart(segments: list[Segment]) -> list[Segment]:
    """The items in order; of two that claim the same lines the one with a number stays."""
    apart: list[Segment] = []
    for segment in sorted(segments, key=lambda s: s.first):
        last = apart[-1] if apart else None
        if last is None or segment.first >= last.body:
            apart.append(segment)
        elif segment.doc_number and not last.doc_number:
            segment.first = min(segment.first, last.first)
            apart[-1] = segment
    return apart


def _numbered(lines: list[Line], start: int) -> list[Segment]:
    segments: list[Segment] = []
    for place in range(start, len(lines)):
        line = lines[place]
        if line.cells or not _is_own_number(lines, place, start):
            continue
        floor = segments[-1].body if segments else start
        first, body, title = _title_beside(lines, place, floor)
        number = own_number(line.text)
        if is_series_line(line.text) and _is_head(title):
            number = squeeze(title) + number if not number.startswith(squeeze(title)) else number
        kind = kinds.number_kind(number) or kinds.heading_kind(title) or kinds.DOCUMENTS
        segments.append(Segment(first, body, close_up(title), number, kind))
    return segments


def _is_head(title: str) -> bool:
    """云岭省人民政府令: a head that all of an organ's orders or announcements have, known by their numbers."""
    return bool(re.search(r"(?:令|公告|通告|布告)$", squeeze(title))) and "关于" not in title


def _title_beside(lines: list[Line], place: int, floor: int) -> tuple[int, int, str]:
    """The title of a number line, over it or under it: where the item begins, where its text, the wording."""
    first, title = title_above(lines, place, floor)
    if is_title(title) or re.search(r"[令告]$", squeeze(title)):
        return first, place + 1, title
    body, below = title_below(lines, place + 1)
    if below and is_title(below) and (not title or starts_like_title(below)):
        return place, body, below
    return first, place + 1, title


def _is_own_number(lines: list[Line], place: int, start: int) -> bool:
    text = lines[place].text
    if is_number_line(text):
        return True
    above = next((lines[n].text for n in range(place - 1, start - 1, -1) if not lines[n].blank), "")
    return (is_order_line(text) and "令第" in squeeze(text)) or (
        is_series_line(text) and _heads_series(above)
    )


def _heads_series(text: str) -> bool:
    """云岭省人民政府令, …公告: heads that are numbered for themselves."""
    plain = squeeze(text)
    return 4 < len(plain) <= 40 and bool(re.search(r"(?:令|公告|通告|布告)$", plain))


def _match_numbers(segments: list[Segment], contents: list[ContentsEntry]) -> None:
    """Give each numbered item its entry in the contents."""
    waiting = list(contents)
    for segment in segments:
        same = [e for e in waiting if _is_number_of(e, segment)]
        near = same or [e for e in waiting if not e.doc_number and _names(e.title, segment.title)]
        if near:
            entry = max(near, key=lambda e: likeness(e.title, segment.title))
            segment.entry = entry
            waiting.remove(entry)
            kind = kinds.section_kind(entry.section)
            if kinds.number_kind(segment.doc_number or "") is None and kind != kinds.OTHER:
                segment.kind = kind


def _match_misprinted(segments: list[Segment], contents: list[ContentsEntry]) -> None:
    """Give an item whose number the contents print otherwise the one entry with its title."""
    taken = {id(segment.entry) for segment in segments if segment.entry}
    for segment in segments:
        same = [e for e in contents if id(e) not in taken and e.doc_number and _names(e.title, segment.title)]
        rivals = (
            [s for s in segments if s.entry is None and _names(same[0].title, s.title)]
            if len(same) == 1
            else []
        )
        if segment.entry is None and len(rivals) == 1:
            segment.entry = same[0]
            taken.add(id(same[0]))


def _match_by_kind(segments: list[Segment], contents: list[ContentsEntry]) -> None:
    """Give the items of a kind that go by other words in the text their entries, where both are as many."""
    taken = {id(entry) for segment in segments for entry in (segment.entry, *segment.also)}
    for kind in dict.fromkeys(s.kind for s in segments if s.kind not in {kinds.DOCUMENTS, kinds.OTHER}):
        free = [s for s in segments if s.kind == kind and s.entry is None]
        waiting = [e for e in contents if id(e) not in taken and kinds.section_kind(e.section) == kind]
        if len(free) == len(waiting):
            for segment, entry in zip(free, waiting, strict=True):
                segment.entry = entry


def _is_number_of(entry: ContentsEntry, segment: Segment) -> bool:
    """Whether an entry has the item's number; an order's may be printed short: 省人民政府令第82号."""
    one, other = sorted((fold(entry.doc_number or ""), fold(segment.doc_number or "")), key=len)
    return bool(one) and (one == other or (_SERIES.search(one) is not None and other.endswith(one)))


def _names(entry: str, title: str) -> bool:
    """Whether a title in the contents is an item's; one of the two may leave out who issues it."""
    short, long = sorted((fold(entry), fold(title)), key=len)
    return (len(short) > 8 and long.endswith(short)) or is_alike(entry, title, _SAME)


def _titled(
    lines: list[Line], start: int, segments: list[Segment], contents: list[ContentsEntry]
) -> list[Segment]:
    """The items without a number that the contents name: the lines most like each title."""
    taken = {id(segment.entry) for segment in segments if segment.entry}
    found: list[Segment] = []
    index = TitleIndex(lines)
    by_entry = {id(segment.entry): segment for segment in segments if segment.entry}
    floor = start
    for number, entry in enumerate(contents):
        if id(entry) in taken:
            floor = max(floor, by_entry[id(entry)].body)
            continue
        # The items stand in the order of the contents: this one before the next that is found by its number.
        following = (by_entry[id(e)].first for e in contents[number + 1 :] if id(e) in by_entry)
        ceiling = next((first for first in following if first > floor), len(lines))
        place = index.most_like(entry.title, floor, ceiling)
        if place:
            first, body, title = place
            issuing = _order_over(lines, first, segments) or issuer_of(lines, first, title, segments)
            if issuing:
                issuing.also.append(entry)
                issuing.entry = issuing.entry or entry
                continue
            kind = kinds.section_kind(entry.section)
            if kind == kinds.OTHER:
                kind = kinds.heading_kind(title) or kinds.DOCUMENTS
            found.append(Segment(first, body, title, None, kind, entry))
            floor = body
    return found


def _under_sections(
    lines: list[Line], start: int, segments: list[Segment], contents: list[ContentsEntry]
) -> list[Segment]:
    """Items that go by their section's name in the text: 政务要事, and not 2018年1月要事 as in the contents."""
    found: list[Segment] = []
    taken = {id(segment.entry) for segment in segments if segment.entry}
    for entry in contents:
        kind = kinds.section_kind(entry.section)
        if id(entry) in taken or kind in {kinds.DOCUMENTS, kinds.OTHER}:
            continue
        if any(s.entry and s.entry.section == entry.section for s in [*segments, *found]):
            continue
        place = next(
            (n for n in range(start, len(lines)) if squeeze(lines[n].text) == squeeze(entry.section)), None
        )
        if place is not None:
            found.append(Segment(place, place + 1, entry.title, None, kind, entry))
    return found


def _order_over(lines: list[Line], first: int, segments: list[Segment]) -> Segment | None:
    """The order (令) whose text this title heads: the order and what it issues are one document."""
    above = [s for s in segments if s.first < first]
    last = max(above, key=lambda s: s.first) if above else None
    if last is None or last.entry is not None or not _SERIES.search(last.doc_number or ""):
        return None
    dated = sum(is_date_line(line.text) for line in lines[last.body : first])
    return last if dated <= 1 else None


def _unnumbered(lines: list[Line], start: int, segments: list[Segment]) -> list[Segment]:
    """Documents without a number in a text without contents: a title at the head, behind a signature or a wide gap."""
    found: list[Segment] = []
    before: Line | None = None
    for place in range(start, len(lines)):
        line = lines[place]
        if line.blank:
            continue
        apart = before is not None and line.number - before.number > _WIDE_GAP
        if before is None or is_date_line(before.text) or apart:
            over = max(
                (s for s in [*segments, *found] if s.first <= place), key=lambda s: s.first, default=None
            )
            end, title = title_below(lines, place)
            titled = starts_like_title(title) and is_title(title) and line.text in title
            if titled and (over is None or not _is_issued(title, place, over)):
                found.append(Segment(place, end, close_up(title), None, kinds.DOCUMENTS))
        before = line
    return found


def _is_issued(title: str, place: int, over: Segment) -> bool:
    """Whether a title is that of the item above itself, or of the text that it issues."""
    return place < over.body or fold(title) in fold(over.title)


def _headed(
    lines: list[Line], start: int, segments: list[Segment], contents: list[ContentsEntry]
) -> list[Segment]:
    """Items of other kinds that neither number nor contents name: by their headings."""
    known = {n for s in segments for n in range(s.first, s.body)}
    sections = _section_names(contents)
    found = []
    for place in range(start, len(lines)):
        line = lines[place]
        if place in known or line.blank or line.cells or not (line.after_blank or line.heading):
            continue
        kind = kinds.heading_kind(line.text)
        if kind and squeeze(line.text) not in sections:
            found.append(Segment(place, place + 1, close_up(line.text), None, kind))
    return found


def _section_names(contents: list[ContentsEntry]) -> set[str]:
    return {squeeze(entry.section) for entry in contents if entry.section}


def _take_section_headings(
    lines: list[Line], start: int, segments: list[Segment], contents: list[ContentsEntry]
) -> None:
    """A section's name printed over its first item belongs to that item."""
    names = _section_names(contents)
    for segment in segments:
        above = segment.first - 1
        floor = max([start, *(other.body for other in segments if other.first < segment.first)])
        while above >= floor and lines[above].blank:
            above -= 1
        if above >= floor and (squeeze(lines[above].text) in names or _is_section_heading(lines[above])):
            segment.first = above
            segment.section = section_name(lines[above].text)


def _is_section_heading(line: Line) -> bool:
    """Whether a line over an item names its section, where no contents do: **市政府文件**, ·人事任免·."""
    text = squeeze(line.text)
    return (
        line.after_blank
        and 2 <= len(text) <= _LONGEST_SECTION
        and is_section(line)
        and not is_date_line(text)
    )
