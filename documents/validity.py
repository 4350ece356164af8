"""What can be said of a document's validity (有效性) from what was printed, and nothing beyond it.

The words are those of the rules on normative documents: 尚未施行, 已废止, 已失效; 现行有效 is never said, for that
nothing speaks against a document does not make it valid.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import Citation, Document
from documents.models.citation import CitationRelation
from gazette.templatetags.days import day


class State(TextChoices):
    """What a reader must know before she relies on a document."""

    REPEALED = "repealed", gettext_lazy("已废止")
    EXPIRED = "expired", gettext_lazy("已失效")
    PENDING = "pending", gettext_lazy("尚未施行")
    TRIAL = "trial", gettext_lazy("试行")


@dataclass(frozen=True)
class Validity:
    """`text` is empty where neither the document nor another one says anything; `state` is None likewise."""

    text: str
    repealed_by: Document | None = None
    state: State | None = None

    @property
    def warns(self) -> bool:
        """Whether the document does not apply on the day asked for."""
        return self.state in {State.REPEALED, State.EXPIRED, State.PENDING}


def validity(document: Document, on: datetime.date | None = None) -> Validity:
    """As of `on`, today when None."""
    today = on or timezone.localdate()
    repealed_by = _repealing(document, today)
    if repealed_by:
        return Validity(str(State.REPEALED.label), repealed_by, State.REPEALED)
    state = _state_by_dates(document, today)
    stated = [
        str(state.label) if state else "",
        str(State.TRIAL.label) if document.trial and state != State.TRIAL else "",
        _("自%s起施行") % day(document.effective_on) if document.effective_on else "",
        _("有效期至%s") % day(document.valid_until) if document.valid_until else "",
    ]
    return Validity(_("，").join(filter(None, stated)), None, state)


def with_state(documents: QuerySet[Document], on: datetime.date | None = None) -> QuerySet[Document]:
    """The documents with `state`, the value of their State on that day or an empty text, in the same query."""
    today = on or timezone.localdate()
    says_so = Citation.objects.filter(relation=CitationRelation.REPEALS, doc_number=OuterRef("doc_number"))
    repeals = says_so.filter(document__in=_able_to_repeal(today)).exclude(document=OuterRef("pk"))
    state = Case(
        When(~Q(doc_number="") & Exists(repeals), then=Value(State.REPEALED.value)),
        When(valid_until__lt=today, then=Value(State.EXPIRED.value)),
        When(effective_on__gt=today, then=Value(State.PENDING.value)),
        When(trial=True, then=Value(State.TRIAL.value)),
        default=Value(""),
        output_field=CharField(),
    )
    return documents.annotate(state=state)


def _state_by_dates(document: Document, today: datetime.date) -> State | None:
    if document.valid_until and document.valid_until < today:
        return State.EXPIRED
    if document.effective_on and document.effective_on > today:
        return State.PENDING
    return State.TRIAL if document.trial else None


def _repealing(document: Document, today: datetime.date) -> Document | None:
    """The public document that repeals this one, once it is in force; the first of several."""
    if not document.doc_number:
        return None
    says_so = Citation.objects.filter(relation=CitationRelation.REPEALS, doc_number=document.doc_number)
    found = _able_to_repeal(today).filter(pk__in=says_so.values("document")).exclude(pk=document.pk)
    return found.select_related("publication").order_by("issued_on", "pk").first()


def _able_to_repeal(today: datetime.date) -> QuerySet[Document]:
    """The public documents that are in force on a day: from 施行日期, or from 成文日期 where none is stated."""
    not_issued = Q(effective_on__isnull=True, issued_on__gt=today)
    return Document.objects.published().exclude(Q(effective_on__gt=today) | not_issued)
