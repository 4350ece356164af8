"""A few pages of a publication in its layouts, to be looked at before they are chosen."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass, field
from time import monotonic

from django.db.models import Count
from django.utils.translation import gettext as _

from gazette.models import Entry, Issue, PrintForm, Publication
from printing.compositor import compose
from printing.errors import CancelledError, PrintingError
from printing.forms.pictures import Picture, pictures
from printing.forms.specimen import document_specimen, notice_specimen
from printing.manuscript import Manuscript
from printing.render import entry_manuscript

# How many pages show a layout.
PAGES = 2
# For how many seconds an editor waits for all of them.
PATIENCE = 30.0


@dataclass(frozen=True)
class Sample:
    """The first pages of one text in one layout, or why it could not be set."""

    name: str
    of: str
    pictures: list[Picture] = field(default_factory=list)
    error: str = ""


@dataclass(frozen=True)
class Draft:
    """A text that shows a layout: its name, whose text it is, and how its manuscript is made."""

    name: str
    of: str
    manuscript: Callable[[], Manuscript | None]


def samples(publication: Publication, issue: Issue | None) -> list[Sample]:
    """The layouts of `publication`, saved or not, shown by texts of `issue` or, without any, by placeholders."""
    made = [(draft, _manuscript(draft)) for draft in _drafts(publication, issue)]
    until = monotonic() + PATIENCE
    # Each is set in a process of its own: the threads do nothing but wait for them.
    with ThreadPoolExecutor(len(made)) as threads:
        return list(threads.map(lambda each: _sample(each[0], each[1], until), made))


def _manuscript(draft: Draft) -> Manuscript | str:
    """The manuscript or, where there is none, why."""
    try:
        return draft.manuscript() or _("没有可排的文字")
    except PrintingError as error:
        return str(error)


def _sample(draft: Draft, made: Manuscript | str, until: float) -> Sample:
    if isinstance(made, str):
        return Sample(draft.name, draft.of, error=made)
    try:
        pdf = compose(made, cancelled=lambda: monotonic() > until).pdf
        return Sample(draft.name, draft.of, pictures(pdf, PAGES))
    except CancelledError:
        return Sample(draft.name, draft.of, error=_("排得太久，已停下"))
    except PrintingError as error:
        return Sample(draft.name, draft.of, error=str(error))


def _drafts(publication: Publication, issue: Issue | None) -> Iterator[Draft]:
    for name, kind, form in _layouts(publication):
        entry = _shortest(issue, kind) if issue else None
        if entry:
            yield _of_entry(name, _moved(entry, publication, form))
        else:
            yield _specimen(name, kind, publication, form)


def _layouts(publication: Publication) -> Iterator[tuple[str, str, PrintForm]]:
    """What each layout is called, which kind of text shows it, and its form."""
    yield _("公报版式"), "document", PrintForm.GAZETTE
    if publication.document_form != PrintForm.GAZETTE:
        yield _("单篇文件"), "document", PrintForm(publication.document_form)
    yield _("任免通知"), "appointment_notice", PrintForm(publication.notice_form)


def _shortest(issue: Issue, kind: str) -> Entry | None:
    """The entry with the least text of a kind: it is set in a moment, and shows its end too."""
    within = "document__blocks" if kind == "document" else "appointment_notice__appointments"
    held = issue.entries.filter(**{f"{kind}__isnull": False}).annotate(length=Count(within))
    return held.order_by("length", "position", "pk").first()


def _moved(entry: Entry, publication: Publication, form: PrintForm) -> Entry:
    """The entry as if its publication had chosen this paper and form; nothing is saved."""
    entry.issue = copy(entry.issue)
    entry.issue.publication = copy(publication)
    entry.issue.publication.document_form = entry.issue.publication.notice_form = form
    return entry


def _of_entry(name: str, entry: Entry) -> Draft:
    of = _("%(issue)s《%(title)s》") % {"issue": entry.issue.label, "title": entry.title}
    return Draft(name, of, lambda: entry_manuscript(entry))


def _specimen(name: str, kind: str, publication: Publication, form: PrintForm) -> Draft:
    make = document_specimen if kind == "document" else notice_specimen
    official = form == PrintForm.OFFICIAL
    return Draft(name, _("样张（占位文字）"), lambda: make(publication, official=official))
