"""What every reader reads: a source as numbered lines of text, whatever file it came as."""

import dataclasses

from intake.reading import Problem


@dataclasses.dataclass(frozen=True)
class SourceText:
    """A source as text. `lines[n - 1]` is line n; `sha256` is of the bytes as they came.

    A heading begins with # marks as in Markdown, a table's row has its cells parted by tabs. `format` is
    txt, md, html, docx, doc or pdf. `pages` names for each line the page of the file, from 1 on, where the
    file has pages. `origin` names for each line the line of a text file, where the file has fewer lines; it
    is empty where they are the same. `problems` are what opening the file left doubtful: what OCR was not sure of, a text
    box whose place is unknown.
    """

    name: str
    data: bytes
    text: str
    sha256: str
    format: str = "txt"
    pages: tuple[int, ...] = ()
    origin: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")
