"""Records of the gazette itself: its titles, issues, contents, and the texts that they were read from."""

from gazette.models.body import Body
from gazette.models.entry import Entry, EntryRecord
from gazette.models.issue import Issue
from gazette.models.publication import Paper, PrintForm, Publication
from gazette.models.section import Section, SectionKind
from gazette.models.source import Source, Sourced

__all__ = [
    "Body",
    "Entry",
    "EntryRecord",
    "Issue",
    "Paper",
    "PrintForm",
    "Publication",
    "Section",
    "SectionKind",
    "Source",
    "Sourced",
]
