"""A source's lines to a Reading: every line is in an item or reported as unplaced."""

from intake.lines import Line, number_lines
from intake.readers import kinds
from intake.readers.contents import Contents, read_contents
from intake.readers.document import read_document
from intake.readers.masthead import add_editors, read_masthead
from intake.readers.segments import Segment, find_segments
from intake.reading import ContentsEntry, Masthead, Reading, SourceInfo, numbers_of, ranges_of
from intake.reconcile import find_problems
from intake.sources.plain import SourceText


def read(source: SourceText) -> Reading:
    """Read a source. Nothing is refused: a text that is no gazette gives an empty reading."""
    lines = number_lines(source.lines)
    reading = Reading(SourceInfo(source.name, len(lines), source.sha256))
    reading.issue = read_masthead(lines)
    contents = read_contents(lines)
    reading.contents = contents.entries if contents else []
    start = _text_start(reading.issue, contents)
    segments = find_segments(lines, start, reading.contents)
    if reading.issue:
        add_editors(reading.issue, _between(lines, start, segments))
    for segment in segments:
        if segment.kind == kinds.DOCUMENTS:
            document = read_document(lines, segment)
            document.contents_entry = _place(segment, reading.contents)
            reading.documents.append(document)
    reading.unplaced = _unplaced(reading, lines)
    reading.problems = find_problems(reading, lines, segments)
    return reading


def _place(segment: Segment, contents: list[ContentsEntry]) -> int | None:
    return next((n for n, entry in enumerate(contents) if entry is segment.entry), None)


def _text_start(masthead: Masthead | None, contents: Contents | None) -> int:
    """The index of the first line behind masthead and contents."""
    if contents:
        return contents.end
    return masthead.lines[-1][1] if masthead else 0


def _between(lines: list[Line], start: int, segments: list[Segment]) -> list[Line]:
    """The lines between the contents and the first item; editors may be named there."""
    end = segments[0].first if segments else len(lines)
    return [line for line in lines[start:end] if not line.blank]


def _unplaced(reading: Reading, lines: list[Line]) -> list[list[int]]:
    placed = numbers_of(reading.issue.lines) if reading.issue else set()
    items: list[ContentsEntry] = reading.contents
    for entry in items:
        placed |= numbers_of(entry.lines)
    for document in reading.documents:
        placed |= numbers_of(document.lines)
    loose = {line.number for line in lines if not line.blank and line.number not in placed}
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
