"""Reports of executive meetings."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.models import Meeting
from gazette.models import Entry
from printing.parts.part import Part


@dataclass(frozen=True)
class PrintedMeeting(Part):
    template = "printing/meeting.html"
    meeting: Meeting

    @property
    def paragraphs(self) -> list[str]:
        return [text for text in self.meeting.paragraphs() if text.strip()]

    def texts(self) -> Iterator[str]:
        yield from (self.title, self.meeting.text)


def read(entry: Entry) -> PrintedMeeting | None:
    meeting: Meeting | None = getattr(entry, "meeting", None)
    return PrintedMeeting(meeting.title, meeting) if meeting else None
