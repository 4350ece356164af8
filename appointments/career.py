"""What the gazettes print of one official's posts, in the order of time."""

import datetime
from dataclasses import dataclass

from appointments.models import Action, Appointment, AppointmentNotice, Official


@dataclass(frozen=True)
class Step:
    """What one notice says of an official, in its order."""

    notice: AppointmentNotice
    appointments: list[Appointment]

    @property
    def appointed(self) -> list[Appointment]:
        """The posts that the notice gives and does not take in the same breath."""
        removed = {each.post_id for each in self.appointments if each.action == Action.REMOVE}
        given = [each for each in self.appointments if each.action == Action.APPOINT]
        return [each for each in given if each.post_id not in removed]


def career_of(official: Official) -> list[Step]:
    """The public notices that name an official, the newest first; one query."""
    printed = official.appointments.published().order_by("notice", "position", "pk")
    found = printed.select_related("post__body", "notice__entry__issue__publication")
    by_notice: dict[AppointmentNotice, list[Appointment]] = {}
    for each in found:
        by_notice.setdefault(each.notice, []).append(each)
    steps = [Step(notice, of_notice) for notice, of_notice in by_notice.items()]
    return sorted(steps, key=lambda step: _when(step.notice), reverse=True)


def last_word(steps: list[Step]) -> Step | None:
    """The newest step where it is an appointment.

    It says what was printed last, and nothing of who holds the post today: what the gazettes do not print,
    nobody can read in them.
    """
    newest = steps[0] if steps else None
    return newest if newest and newest.appointed else None


def _when(notice: AppointmentNotice) -> tuple[datetime.date, int, int, int]:
    """The day of a notice, or of its issue where it prints none; then the place among the issues."""
    issue = notice.entry.issue
    day = notice.issued_on or issue.dated_on or datetime.date(issue.year, 1, 1)
    return day, issue.year, issue.number_end, -notice.entry.position
