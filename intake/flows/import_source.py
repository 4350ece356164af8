"""A file comes in and its drafts are made at once; editors bring theirs in by a submission."""

from django.contrib.auth.models import User

from documents.models import Document
from gazette.models import Issue, Publication, Source
from intake.flows.fitting import refuse_misfit
from intake.flows.make_drafts import ImportResult, all_or_nothing, make_drafts
from intake.read import read
from intake.sources.open import read_source

__all__ = ["ImportResult", "import_source", "short_name"]
_LONGEST_NAME = 200


def import_source(
    name: str, data: bytes, publication: Publication, by: User | None = None, *, as_printed: bool = False
) -> ImportResult:
    """Read a file and make drafts of it in `publication`, in one transaction.

    `by` is the editor; None is the system. `as_printed` is for issues printed before there was this
    portal. Raises SourceError, and leaves nothing behind, where the file cannot be read or does not fit.
    """
    text = read_source(short_name(name), data)
    with all_or_nothing():
        earlier = Source.objects.filter(publication=publication, sha256=text.sha256).first()
        if earlier:
            return _as_before(earlier)
        reading = read(text)
        refuse_misfit(reading, publication)
        return make_drafts(text, reading, publication, by, as_printed=as_printed)


def short_name(name: str) -> str:
    """A file's name within what its field holds, with its ending."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 10] + "…" + name[-9:]


def _as_before(earlier: Source) -> ImportResult:
    documents = list(Document.objects.filter(source=earlier))
    return ImportResult(earlier, False, Issue.objects.filter(source=earlier).first(), documents)
