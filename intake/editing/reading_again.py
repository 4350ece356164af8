"""Some lines of a source read as an item of a given kind."""

from intake.lines import number_lines
from intake.readers.frames import claim_frames
from intake.readers.rooms import read_segment
from intake.readers.segments import Segment
from intake.reading import Reading
from intake.text import squeeze


def read_as(
    reading: Reading, first: int, last: int, kind: str, title: str, number: str | None, text: list[str]
) -> Reading:
    """A reading of one item: these lines, read by the reader of this kind under this title."""
    lines = number_lines(text)
    made = Reading(reading.source, reading.issue)
    body = first - 1
    # The title stands on the first lines, or nowhere.
    words = ""
    for place in range(first - 1, min(first + 3, last)):
        words += squeeze(lines[place].text)
        if words and words in {squeeze(title), squeeze(number or ""), squeeze(title) + squeeze(number or "")}:
            body = place + 1
    read_segment(lines, Segment(first - 1, body, title, number, kind, None, last), made)
    claim_frames(made, lines)
    return made
