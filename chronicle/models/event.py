from django.db import models
from django.utils.translation import gettext_lazy as _

from appointments.models import Official
from gazette.models import Entry, EntryRecord
from gazette.models.issue import InIssueQuerySet


class Event(EntryRecord):
    """One entry of the chronicle (政务要事). `happened_on` is null where no day is known."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="events", verbose_name=_("目录条目"))
    position = models.PositiveIntegerField(_("次序"))
    happened_on = models.DateField(_("日期"), null=True, blank=True, db_index=True)
    text = models.TextField(_("内容"))
    officials = models.ManyToManyField(
        Official, through="EventOfficial", related_name="events", verbose_name=_("出席干部")
    )

    objects = InIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("要事")
        verbose_name_plural = _("要事")
        ordering = ["entry", "position", "pk"]

    def __str__(self) -> str:
        return self.text[:40]


class EventOfficialQuerySet(InIssueQuerySet["EventOfficial"]):
    issue_path = "event__entry__issue__"


class EventOfficial(models.Model):
    """An official whom an event names, with the office in the words of the print."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="named", verbose_name=_("要事"))
    official = models.ForeignKey(Official, models.PROTECT, related_name="named", verbose_name=_("干部"))
    office = models.CharField(_("职务"), max_length=100, blank=True)

    objects = EventOfficialQuerySet.as_manager()

    class Meta:
        verbose_name = _("要事中的干部")
        verbose_name_plural = _("要事中的干部")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "official"], name="official_once_in_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.office}{self.official}"

    def get_additional_data(self) -> dict[str, int]:
        return {**self.event.get_additional_data(), "event": self.event.pk}
