"""A source's lines to a Reading: every line is in an item or reported as unplaced."""

from intake.agreement import find_disagreements
from intake.lines import Line, number_lines
from intake.readers.contents import Contents, read_contents
from intake.readers.frames import claim_frames, part_furniture
from intake.readers.masthead import add_editors, closing_lines, read_masthead
from intake.readers.rooms import read_segment
from intake.readers.segments import Segment, find_segments
from intake.reading import Masthead, Reading, SourceInfo, numbers_of, ranges_of
from intake.reconcile import find_problems, in_order
from intake.sources.text import SourceText


def read(source: SourceText) -> Reading:
    """Read a source. Nothing is refused: a text that is no gazette gives an empty reading."""
    lines = number_lines(source.lines)
    reading = Reading(SourceInfo(source.name, len(lines), source.sha256))
    reading.issue = read_masthead(lines)
    contents = read_contents(lines)
    reading.contents = contents.entries if contents else []
    start, end = _text_span(lines, reading.issue, contents)
    closing = closing_lines(lines, reading.issue.publication) if reading.issue else []
    end = min([end, *(line.number - 1 for line in closing)])
    segments = find_segments(lines[:end], start, reading.contents)
    if reading.issue:
        add_editors(reading.issue, _between(lines, start, segments), closing)
    for segment in segments:
        read_segment(lines, segment, reading)
    claim_frames(reading, lines)
    found = [*find_problems(reading, lines, segments), *find_disagreements(reading, source.pages)]
    reading.problems += [*source.problems, *in_order(found)]
    part_furniture(reading, lines)
    reading.unplaced = _unplaced(reading, lines)
    return reading


def _text_span(lines: list[Line], masthead: Masthead | None, contents: Contents | None) -> tuple[int, int]:
    """The indices between which the text stands: behind masthead and contents, or between the two."""
    start = masthead.lines[-1][1] if masthead else 0
    if contents is None:
        return start, len(lines)
    over = sum(not line.blank for line in lines[start : contents.first])
    under = sum(not line.blank for line in lines[contents.end :])
    return (start, contents.first) if over > under else (contents.end, len(lines))


def _between(lines: list[Line], start: int, segments: list[Segment]) -> list[Line]:
    """The lines between the contents and the first item; editors may be named there."""
    end = segments[0].first if segments else len(lines)
    return [line for line in lines[start:end] if not line.blank]


def _unplaced(reading: Reading, lines: list[Line]) -> list[list[int]]:
    placed: set[int] = set()
    for items in (
        [reading.issue] if reading.issue else [],
        reading.contents,
        reading.documents,
        reading.appointments,
        reading.events,
        reading.register,
        reading.observations,
        reading.meetings,
    ):
        for item in items:
            placed |= numbers_of(item.lines)
            for block in getattr(item, "body", []):
                placed |= numbers_of(block.lines)
    printed = (line for line in lines if line.text or line.furniture)
    loose = {line.number for line in printed if line.number not in placed}
    return _with_blanks(loose, lines)


def _with_blanks(loose: set[int], lines: list[Line]) -> list[list[int]]:
    """Ranges of loose lines, those with only blank lines between them as one."""
    held: list[int] = []
    pending: list[int] = []
    open_ = False
    for line in lines:
        if line.number in loose:
            held += [*(pending if open_ else []), line.number]
            pending, open_ = [], True
        elif line.blank:
            pending.append(line.number)
        else:
            pending, open_ = [], False
    return ranges_of(held)
