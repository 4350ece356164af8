"""Notices of appointment: the records as the sentences in which a gazette prints them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch

from appointments.models import Action, Appointment, AppointmentNotice
from gazette.models import Entry
from printing.parts.part import Part

MARKS = {Action.APPOINT: "▲", Action.REMOVE: "△"}

# What is said of the post stands in brackets after it; what is decided beside it follows a comma.
BRACKETED = re.compile(
    r"(?P<bracketed>(?:挂职|试用期|任期|聘期|兼|正|副|保留).*?)(?:，(?P<decided>(?:批准|提前退休|退休|另有任用).*))?"
)


@dataclass(frozen=True)
class Group:
    """The sentences of one action."""

    heading: str
    sentences: list[str]


@dataclass(frozen=True)
class PrintedNotice(Part):
    template = "printing/notice.html"
    notice: AppointmentNotice
    groups: list[Group]

    def texts(self) -> Iterator[str]:
        yield from (self.title, self.notice.doc_number, self.notice.issuer)
        for group in self.groups:
            yield from group.sentences


def prefetches() -> list[Prefetch]:
    appointments = Appointment.objects.select_related("official", "post").order_by("position", "pk")
    return [Prefetch("appointment_notice__appointments", appointments)]


def read(entry: Entry) -> PrintedNotice | None:
    notice: AppointmentNotice | None = getattr(entry, "appointment_notice", None)
    return PrintedNotice(notice.title, notice, list(_groups(notice))) if notice else None


def sentence(appointment: Appointment) -> str:
    """An appointment in the gazette's wording, with its mark and without a full stop."""
    name, post = appointment.official.name, appointment.post.name
    bracket, decided = _said(appointment.note)
    if appointment.action == Action.APPOINT:
        return f"{MARKS[Action.APPOINT]}{name}同志任{post}{bracket}{decided}"
    return f"{MARKS[Action.REMOVE]}免去{name}同志{post}{bracket}职务{decided}"


def _said(note: str) -> tuple[str, str]:
    """A note as （挂职） and ，批准提前退休, of which either may be empty."""
    match = BRACKETED.fullmatch(note)
    bracketed, decided = match.group("bracketed", "decided") if match else ("", note)
    return f"（{bracketed}）" if bracketed else "", f"，{decided}" if decided else ""


def _groups(notice: AppointmentNotice) -> Iterator[Group]:
    for action in Action:
        made = [sentence(each) for each in notice.appointments.all() if each.action == action]
        if made:
            yield Group(str(action.label), [*(f"{each}；" for each in made[:-1]), f"{made[-1]}。"])
