"""Notices of appointment; officials and organs by their names alone, since a draft may say more of them."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet

from appointments.models import Appointment, AppointmentNotice, Official
from gazette.models import Body, Issue
from search.models import Item, ItemKind
from search.rows.making import at_issue, make


def notices(issue: Issue) -> Iterator[Item]:
    """An issue's notices with the people and posts in them."""
    people = Appointment.objects.select_related("official", "post").order_by("position", "pk")
    found = AppointmentNotice.objects.filter(entry__issue=issue).select_related("entry")
    for notice in found.prefetch_related(Prefetch("appointments", people)):
        yield make(
            ItemKind.NOTICE,
            notice,
            "appointment_notice",
            at_issue(issue, notice.pk),
            title=notice.title,
            number=notice.doc_number,
            day=notice.issued_on,
            issue=issue,
            parts=[*map(_line, notice.appointments.all()), notice.issuer, notice.entry.title],
        )


def _line(appointment: Appointment) -> str:
    note = f"（{appointment.note}）" if appointment.note else ""
    return f"{appointment.official.name} {appointment.post.name}{note}"


def officials(found: QuerySet[Official]) -> Iterator[Item]:
    for official in found:
        yield make(
            ItemKind.OFFICIAL,
            official,
            "official",
            [official.pk],
            title=official.name,
            parts=[official.distinction],
        )


def bodies(found: QuerySet[Body]) -> Iterator[Item]:
    for body in found:
        yield make(ItemKind.BODY, body, "body", [body.pk], title=body.name, parts=[body.short_name])
