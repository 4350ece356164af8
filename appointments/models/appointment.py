from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from appointments.models.official import Official
from appointments.models.post import Post
from gazette.models import Entry, EntryRecord, Sourced
from gazette.models.issue import InIssueQuerySet


class Action(models.TextChoices):
    APPOINT = "appoint", _("任命")
    REMOVE = "remove", _("免去")


class AppointmentNotice(EntryRecord):
    """A notice of appointment (干部任免通知): one number, several people."""

    entry = models.OneToOneField(
        Entry, models.CASCADE, related_name="appointment_notice", verbose_name=_("目录条目")
    )
    title = models.CharField(_("标题"), max_length=300)
    doc_number = models.CharField(_("文号"), max_length=100, blank=True)
    issuer = models.CharField(_("任免机关"), max_length=200, blank=True)
    issued_on = models.DateField(_("任免日期"), null=True, blank=True, help_text=_("原刊没有印日期的不填"))

    objects = InIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("任免通知")
        verbose_name_plural = _("任免通知")
        ordering = ["entry"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        issue = self.entry.issue
        return reverse("appointment_notice", args=[issue.publication.code, issue.year, issue.number, self.pk])


class AppointmentQuerySet(InIssueQuerySet["Appointment"]):
    issue_path = "notice__entry__issue__"


class Appointment(Sourced):
    """One person appointed to or removed from one post, as one sentence of a notice says."""

    notice = models.ForeignKey(
        AppointmentNotice, models.CASCADE, related_name="appointments", verbose_name=_("任免通知")
    )
    position = models.PositiveSmallIntegerField(_("次序"))
    action = models.CharField(_("任免"), max_length=10, choices=Action)
    official = models.ForeignKey(
        Official, models.PROTECT, related_name="appointments", verbose_name=_("干部")
    )
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments", verbose_name=_("职务"))
    note = models.CharField(
        _("备注"), max_length=200, blank=True, help_text=_("照原刊，如“挂职”“批准提前退休”")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("任免")
        verbose_name_plural = _("任免")
        ordering = ["notice", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(action__in=Action.values), name="appointment_action_is_known"),
            models.UniqueConstraint(
                fields=["notice", "official", "post", "action"], name="appointment_once_in_a_notice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}{self.official}：{self.post}"

    def get_additional_data(self) -> dict[str, int]:
        return self.notice.get_additional_data()
