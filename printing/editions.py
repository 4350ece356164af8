"""The edition of a published issue: all files that readers get of it, made once, replaced together, sealed.

Readers get the former files until the new ones are all there, so that what they hold is always one edition.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue
from printing import content
from printing.errors import CancelledError
from printing.files import PUBLIC, keep
from printing.filing import facts, facts_of
from printing.making import Cancelled, Made, Order, Progress, ending, order, order_document, to_set
from printing.manuscript import Manuscript
from printing.models import Export, Form, State
from printing.render import entry_manuscript, manuscript
from sealing.certificate import is_configured
from sealing.composing import signer_of
from sealing.flows import seal
from sealing.signing import sign


@dataclass(frozen=True)
class _File:
    """A file of the edition: of the issue, or of one entry."""

    form: str
    order: Order
    entry: Entry | None = None

    @property
    def key(self) -> tuple[int | None, str]:
        return self.entry.pk if self.entry else None, self.form


def of_issue(issue: Issue) -> QuerySet[Export]:
    """The files that readers get of a published issue; none before its edition is complete.

    What was made before the issue was published last is not its edition: it was withdrawn for a reason.
    """
    made = Export.objects.for_readers().filter(issue=issue)
    return made.filter(issued_at__gte=F("issue__published_at")).select_related("entry")


def is_on_its_way(issue: Issue) -> bool:
    """Whether a job is to make it, or makes it."""
    return Export.objects.waiting().filter(issue=issue, form=Form.EDITION).exists()


def forget_content(issue: Issue) -> None:
    """Have every file made anew with the next edition, whatever has changed; until then readers get these."""
    Export.objects.for_readers().filter(issue=issue).update(digest="")


def make(
    issue: Issue, progress: Progress, cancelled: Cancelled, still: QuerySet[Export] | None = None
) -> bool:
    """Make what is missing of a published issue's edition, and give it to the readers; whether anything was new.

    `still` is the order of it, so long as this worker has it. Raises PrintingError, with the former edition
    left as it was.
    """
    if not Issue.objects.published().filter(pk=issue.pk).exists():
        return False
    text = manuscript(issue)
    held = {(each.entry_id, each.form): each for each in of_issue(issue)}
    wanted = list(_files(issue, text))
    told: dict[tuple[int | None, str], dict[str, Any]] = {}
    for number, each in enumerate(wanted):
        if cancelled():
            raise CancelledError
        told[each.key] = _made(
            issue, each, held.get(each.key), _Step(progress, number, len(wanted)), cancelled
        )
    return _give(issue, told, _content(text), still)


def _files(issue: Issue, text: Manuscript) -> Iterator[_File]:
    yield _File(Form.PDF, to_set(text))
    yield _File(Form.DOCX, order(issue, Form.DOCX))
    yield _File(Form.EPUB, order(issue, Form.EPUB))
    for entry in issue.entries.select_related("section", "issue__publication").order_by("position", "pk"):
        alone = entry_manuscript(entry)
        if alone is not None:
            yield _File(Form.PDF, to_set(alone), entry)
    held = Document.objects.filter(entry__issue=issue).order_by("entry__position", "pk")
    for document in held.select_related("publication", "issuing_body", "entry__issue__publication"):
        for form in (Form.EPUB, Form.DOCX):
            yield _File(form, order_document(document, form), document.entry)


@dataclass(frozen=True)
class _Step:
    """Tells of one file's progress as a part of the edition's."""

    progress: Progress
    number: int
    count: int

    def say(self, percent: int, stage: str) -> None:
        done = (self.number * 100 + percent) // self.count
        place = _("第 %(number)d 个文件，共 %(count)d 个") % {"number": self.number + 1, "count": self.count}
        self.progress(done, f"{place}：{stage}")


def _made(
    issue: Issue, file: _File, former: Export | None, step: _Step, cancelled: Cancelled
) -> dict[str, Any]:
    """What an export says of the file, which is on disk then."""
    digest = file.order.digest
    if former and digest and former.digest == digest and former.is_there:
        return _kept(issue, former)
    made = file.order.make(step.say, cancelled)
    signed = Made(sign(made.data) if file.form == Form.PDF else made.data, made.pages, made.warnings)
    told = facts(signed, digest, keep(issue, PUBLIC, signed.data, ending(file.form)))
    same = former and former.sha256 == told["sha256"] and former.is_there
    return {**facts_of(former), "digest": told["digest"]} if former and same else told


def _kept(issue: Issue, former: Export) -> dict[str, Any]:
    """What is told of a file that need not be set; it is signed if it was made before the office could sign."""
    if former.form != Form.PDF or not is_configured():
        return facts_of(former)
    data = former.path.read_bytes()
    if signer_of(data) is not None:
        return facts_of(former)
    signed = Made(sign(data), former.pages, former.warnings)
    return facts(signed, former.digest, keep(issue, PUBLIC, signed.data, ending(former.form)))


def _content(text: Manuscript) -> bytes:
    return next((each.data for each in text.attached if each.name == content.NAME), b"")


@transaction.atomic
def _give(
    issue: Issue,
    told: dict[tuple[int | None, str], dict[str, Any]],
    content_told: bytes,
    still: QuerySet[Export] | None,
) -> bool:
    """Replace what readers get, all of it or nothing; False where nothing is new, or it is no longer wanted."""
    held_issue = Issue.objects.select_for_update().select_related("publication").get(pk=issue.pk)
    if not held_issue.is_published or (still is not None and not still.exists()):
        return False
    former = {(each.entry_id, each.form): each for each in of_issue(issue)}
    same = [key for key in told if key in former and former[key].sha256 == told[key]["sha256"]]
    now = timezone.now()
    stale = Export.objects.for_readers().filter(issue=issue)
    stale.exclude(pk__in=[former[key].pk for key in same]).update(replaced_at=now)
    for key in [key for key in same if former[key].digest != told[key]["digest"]]:
        Export.objects.filter(pk=former[key].pk).update(digest=told[key]["digest"])
    for key in [key for key in told if key not in same]:
        _issued(issue, key, told[key], now)
    # Does nothing where the chain ends with the same files.
    seal(held_issue, {_name(key): each.path for key, each in _by_key(issue)}, content_told)
    return set(same) != set(told) or set(same) != set(former)


def _issued(
    issue: Issue, key: tuple[int | None, str], told: dict[str, Any], now: datetime.datetime
) -> Export:
    entry, form = key
    state = {"state": State.DONE, "progress": 100, "finished_at": now, "issued_at": now}
    return Export.objects.create(issue=issue, entry_id=entry, form=form, **state, **told)


def _by_key(issue: Issue) -> Iterator[tuple[tuple[int | None, str], Export]]:
    for each in of_issue(issue).order_by("entry__position", "entry_id", "form"):
        yield (each.entry_id, each.form), each


def _name(key: tuple[int | None, str]) -> str:
    """What the file is called on the site, below the issue's address."""
    entry, form = key
    return f"entries/{entry}.{ending(form)}" if entry else f"gazette.{ending(form)}"
