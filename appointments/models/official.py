import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class OfficialQuerySet(models.QuerySet["Official"]):
    def published(self, on: datetime.date | None = None) -> "OfficialQuerySet":
        """The officials whom something public on day `on` names."""
        from appointments.models.appointment import Appointment
        from chronicle.models import EventOfficial, Meeting

        named = Appointment.objects.published(on).values("official")
        seen = EventOfficial.objects.published(on).values("official")
        chairs = Meeting.objects.published(on).filter(chair__isnull=False).values("chair")
        return self.filter(models.Q(pk__in=named) | models.Q(pk__in=seen) | models.Q(pk__in=chairs))


class Official(models.Model):
    """A person as the gazette names him or her (干部).

    A name is not a person: two people of one name are told apart by `distinction`, which an editor sets.
    """

    name = models.CharField(_("姓名"), max_length=50)
    distinction = models.CharField(
        _("区分"), max_length=50, blank=True, help_text=_("同名的人用它区分，如单位或籍贯；没有同名的不填")
    )

    objects = OfficialQuerySet.as_manager()

    class Meta:
        verbose_name = _("干部")
        verbose_name_plural = _("干部")
        ordering = ["name", "distinction"]
        constraints = [
            models.UniqueConstraint(fields=["name", "distinction"], name="official_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="official_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.distinction}）" if self.distinction else self.name

    def get_absolute_url(self) -> str:
        return reverse("official", args=[self.pk])
