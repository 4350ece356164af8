"""The audit trail: who changed what, and in which step of the work."""

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, EventOfficial, Meeting
from documents.models import (
    Attachment,
    Block,
    Citation,
    Document,
    Figure,
    FormerAddress,
    RegisterEntry,
    Topic,
    Translation,
)
from editorial.models import AuditRecord
from gazette.models import Body, Entry, EntryRecord, Issue, Publication, Section, Source
from gazette_statistics.models import Indicator, IndicatorTable
from intake.models import Submission
from portal.models import ColumnPage, Correction, Erratum, Opinion

LISTS = [Publication, Section, Body, Topic, Official, Post, Indicator]
PAPERS = [Issue, Entry, Document, Attachment, Block, Figure, Citation]
ROOMS = [AppointmentNotice, Appointment, Event, EventOfficial, RegisterEntry, Meeting, IndicatorTable]
WRITTEN = [*LISTS, *PAPERS, *ROOMS]
# How the records that have a source lead to their issue.
PATHS: dict[type[Model], str] = {
    Entry: "issue",
    Document: "entry__issue",
    **dict.fromkeys([Attachment, Block, Citation], "document__entry__issue"),
    Appointment: "notice__entry__issue",
    **dict.fromkeys([AppointmentNotice, Event, RegisterEntry, Meeting, IndicatorTable], "entry__issue"),
}
# What an editor has set shows in the changed field itself.
NOTES = ["edited_fields"]


def register() -> None:
    """Have every change of these models logged; called once, when the apps are ready."""
    for model in WRITTEN:
        # What points to the record is logged with itself.
        pointing = [relation.get_accessor_name() for relation in model._meta.related_objects]
        auditlog.register(model, exclude_fields=[*NOTES, *pointing])
    auditlog.register(FormerAddress)
    auditlog.register(Translation)
    auditlog.register(Erratum)
    auditlog.register(ColumnPage)
    # What a citizen wrote, and how to reach her, stays with her message.
    for letters in (Correction, Opinion):
        auditlog.register(letters, include_fields=["state", "answer"])
    auditlog.register(Source, include_fields=["publication", "name", "sha256", "as_printed", "imported_by"])
    # A worker's steps are no one's edits, and the reading is too long for a log: flows write their records.
    auditlog.register(Submission, include_fields=["publication", "name", "sha256", "as_printed", "revises"])
    auditlog.register(
        User,
        exclude_fields=["last_login"],
        mask_fields=["password"],
        m2m_fields={"groups", "user_permissions"},
    )
    auditlog.register(Group, m2m_fields={"permissions"})


def record(flow: str, instance: Model, by: User | None, **details: str | int) -> None:
    """Log that `by` (None: the system) took the step `flow` on `instance`."""
    LogEntry.objects.log_create(
        instance,
        force_log=True,
        action=LogEntry.Action.UPDATE,
        actor=by,
        additional_data={"flow": flow, **details},
    )


def editors_of(issue: Issue) -> set[int]:
    """The ids of all who brought in, made, changed or deleted anything of this issue."""
    documents = Document.objects.filter(entry__issue=issue)
    own = _about(Issue, [issue.pk]) | Q(additional_data__issue=issue.pk)
    held = Q(pk=issue.source_id)
    for model, path in PATHS.items():
        held |= Q(pk__in=model._default_manager.filter(**{path: issue}).values("source"))
    # A correction gives records another source: only the submission still tells whose text they were.
    taken = Q(submission__issue=issue) | Q(submission__revises=issue)
    sources = Source.objects.filter(held | taken)
    return _actors(own | _about_documents(documents)) | _of_sources(sources)


def editors_of_documents(documents: QuerySet[Document]) -> set[int]:
    """The same of documents that stand by themselves.

    One that an issue held has been read from any of that issue's sources, and may have been corrected since.
    """
    own = Q(document__in=documents)
    issues = Submission.objects.filter(source__document__in=documents, issue__isnull=False).values("issue")
    sources = Source.objects.filter(own | Q(submission__issue__in=issues))
    return _actors(_about_documents(documents)) | _of_sources(sources)


def editors_of_record(record: Model) -> set[int]:
    """The ids of all who made or changed a record that stands by itself."""
    return _actors(_about(type(record), [record.pk]))


def records_about(record: Model) -> QuerySet[AuditRecord]:
    """What was done to the record and, where it is a form's, to the rows of that form."""
    own = _about(type(record), [record.pk])
    match record:
        case Document():
            own |= Q(additional_data__document=record.pk)
        case Event():
            own |= Q(additional_data__event=record.pk)
        case Entry():
            own |= Q(additional_data__entry=record.pk)
        case EntryRecord():
            own |= Q(additional_data__entry=record.entry_id)  # type: ignore[attr-defined]
    return AuditRecord.objects.filter(own).select_related("actor", "content_type")


def _about(model: type[Model], pks: list[int]) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(model), object_id__in=pks)


def _about_documents(documents: QuerySet[Document]) -> Q:
    pks = list(documents.values_list("pk", flat=True))
    return _about(Document, pks) | Q(additional_data__document__in=pks)


def _actors(entries: Q) -> set[int]:
    """Those behind the entries, but for the steps of publishing: to publish is not to edit."""
    edits = LogEntry.objects.filter(entries, actor__isnull=False).exclude(additional_data__has_key="flow")
    return set(edits.order_by().values_list("actor_id", flat=True).distinct())


def _of_sources(sources: QuerySet[Source]) -> set[int]:
    """Those who brought these texts in, corrected their readings or accepted them: each is a step on the text."""
    importers = set(sources.filter(imported_by__isnull=False).values_list("imported_by_id", flat=True))
    submissions = Submission.objects.filter(source__in=sources.values("pk"))
    held = dict(submissions.values_list("pk", "submitted_by_id"))
    steps = LogEntry.objects.filter(_about(Submission, list(held)), actor__isnull=False)
    actors = set(steps.order_by().values_list("actor_id", flat=True).distinct())
    return importers | actors | {pk for pk in held.values() if pk is not None}
