"""A notice as its page shows it: those appointed, then those removed."""

from dataclasses import dataclass

from appointments.models import Action, Appointment, AppointmentNotice

# The signs of the printed gazette.
SIGNS = {Action.APPOINT: "▲", Action.REMOVE: "△"}


@dataclass(frozen=True)
class Group:
    """The people of a notice to whom the same is done, in print order."""

    action: Action
    appointments: list[Appointment]

    @property
    def sign(self) -> str:
        return SIGNS[self.action]


def by_action(notice: AppointmentNotice) -> list[Group]:
    """The groups of a notice that are not empty."""
    people = list(notice.appointments.all())
    groups = [Group(action, [one for one in people if one.action == action]) for action in Action]
    return [group for group in groups if group.appointments]
