"""A notice of appointment by itself, on the paper and lines of official documents."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import translation

from appointments.models import AppointmentNotice
from gazette.models import Entry
from printing.forms.official import made_of
from printing.forms.provenance import Provenance, provenance
from printing.manuscript import Manuscript
from printing.parts import notices


def notice_manuscript(notice: AppointmentNotice) -> Manuscript:
    """The notice, published or not: title, number, and the sentences under 任命 and 免去.

    It bears no mark of the authority over it, for a gazette gathers several notices under one title.
    Raises PrintingError as `official_manuscript` does.
    """
    with translation.override("zh-hans"):
        entry = notice.entry
        taken = provenance(entry.issue.publication, entry)
        return set_notice(notice, _groups(entry), taken)


def set_notice(notice: AppointmentNotice, groups: Sequence[notices.Group], taken: Provenance) -> Manuscript:
    """The manuscript of a notice whose sentences are given."""
    context = {"notice": notice, "groups": groups, "taken": taken}
    part = render_to_string("printing/official/notice.html", context)
    texts = [notice.title, notice.issuer, *(text for group in groups for text in group.sentences)]
    return made_of(notice.title, (part,), taken, author=notice.issuer, texts=texts)


def _groups(entry: Entry) -> list[notices.Group]:
    """The sentences under their actions, without the marks that tell these apart in a gazette's columns."""
    printed = notices.read(entry)
    found = printed.groups if printed else []
    marks = "".join(notices.MARKS.values())
    return [notices.Group(each.heading, [text.lstrip(marks) for text in each.sentences]) for each in found]
