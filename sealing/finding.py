"""Which published file, or which issue, somebody means."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue
from sealing.models import SealedFile
from sealing.offline.digests import digests, pieces
from search.numbers import doc_number

_DIGEST = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"(?:^|/)([\w-]+)/((?:19|20|21)\d\d)/(\d{1,4})(?:/|$)")
_ISSUE = re.compile(r"((?:19|20|21)\d\d)年第?(\d{1,4})(?:[-—~]\d{1,4})?[期号]")
_SERIAL = re.compile(r"总第?(\d{1,6})(?:[-—~]\d{1,6})?[期号]")
_ENTRY = re.compile(r"entries/(\d+)\.\w+")
# The files of a whole issue, in the order in which pages show them.
WHOLE = ("gazette.pdf", "gazette.epub", "gazette.docx")
# As many issues or files as one page shows.
MOST = 20


@dataclass(frozen=True)
class Found:
    """A file that this site has published.

    `entry` is the one it is of; None for a whole issue's, and where the issue is no longer public, title and all.
    """

    file: SealedFile
    entry: Entry | None
    is_newest: bool

    @property
    def issue(self) -> Issue:
        return self.file.manifest.issue

    @property
    def label(self) -> str:
        return titled(self.file.name, self.entry.title) if self.entry else label(self.file.name)

    @property
    def standing(self) -> str:
        """passed; caution where the issue was withdrawn or has a newer revision: ours, and not what counts now."""
        return "passed" if self.issue.is_published and self.is_newest else "caution"

    @property
    def published_at(self) -> datetime.datetime:
        """When this revision's issue was published, as its manifest says."""
        return datetime.datetime.fromisoformat(self.file.manifest.told["published_at"])


def found_by(digest: str) -> Found | None:
    """The published file with this SHA-256 or SM3; of equal files the one of the newest revision."""
    held = SealedFile.objects.filter(Q(sha256=digest) | Q(sm3=digest))
    held = held.filter(manifest__issue__published_at__isnull=False)
    file = held.select_related("manifest__issue__publication").order_by("-manifest__revision").first()
    if file is None:
        return None
    later = file.manifest.issue.manifests.filter(revision__gt=file.manifest.revision)
    issue = file.manifest.issue
    return Found(file, entry_of(file) if issue.is_published else None, not later.exists())


def found_within(path: Path, length: int) -> Found | None:
    """The published file that the first `length` bytes of a file are."""
    with path.open("rb") as file:
        return found_by(digests(pieces(file, length)).sha256)


def scan_with(sha256: str) -> Issue | None:
    """The public issue that is kept as a scan with this digest; scans are in no manifest."""
    kept = Issue.objects.published().filter(source__sha256=sha256, source__text="")
    return kept.select_related("publication").first()


def entry_of(file: SealedFile) -> Entry | None:
    return Entry.objects.filter(pk=entry_number(file.name), issue=file.manifest.issue).first()


def entry_number(name: str) -> int:
    """The entry that a file is of, by the name that it has on the site; 0 for a whole issue's."""
    named = _ENTRY.fullmatch(name)
    return int(named[1]) if named else 0


def label(name: str) -> str:
    """What a file of a whole issue is called on pages."""
    known = [_("整期 PDF"), _("整期电子书（EPUB）"), _("整期 Word")]
    return known[WHOLE.index(name)] if name in WHOLE else name


def titled(name: str, title: str) -> str:
    """What a file of the entry with this title is called on pages: a PDF by the title alone."""
    form = {"epub": "EPUB", "docx": "Word"}.get(name.rpartition(".")[2])
    return _("%(what)s（%(form)s）") % {"what": title, "form": form} if form else title


def digest_in(typed: str) -> str:
    """The digest that was typed or pasted, perhaps with blanks and a file's name behind it; empty for all else."""
    words = unicodedata.normalize("NFKC", typed).lower().split()
    if words and _DIGEST.fullmatch(words[0]):
        return words[0]
    solid = "".join(words)
    return solid if _DIGEST.fullmatch(solid) else ""


def issues_named(typed: str) -> list[Issue]:
    """The published issues that a text names: by address, year and number, serial, or a document's number."""
    text = unicodedata.normalize("NFKC", typed).strip()
    public = Issue.objects.published().select_related("publication").newest_first()
    address = _ADDRESS.search(text.partition("?")[0])
    if address:
        code, year, number = address[1], int(address[2]), int(address[3])
        return list(_numbered(public, year, number).filter(publication__code=code)[:1])
    solid = "".join(text.split())
    if named := _ISSUE.search(solid):
        return list(_numbered(public, int(named[1]), int(named[2]))[:MOST])
    if serial := _SERIAL.search(solid):
        held = Q(serial=int(serial[1])) | Q(serial__lte=int(serial[1]), serial_end__gte=int(serial[1]))
        return list(public.filter(held)[:MOST])
    return _with_document(public, text)


def _numbered(public: QuerySet[Issue], year: int, number: int) -> QuerySet[Issue]:
    return public.filter(year=year, number__lte=number, number_end__gte=number)


def _with_document(public: QuerySet[Issue], typed: str) -> list[Issue]:
    number = doc_number(typed)
    if number is None:
        return []
    near = Document.objects.filter(
        entry__issue__in=public.order_by(), doc_number__contains=str(number.serial)
    )
    pairs = near.values_list("entry__issue", "doc_number")
    return list(public.filter(pk__in={issue for issue, printed in pairs if number.is_of(printed)})[:MOST])
