from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from appointments.models import Official
from gazette.models import Entry, EntryRecord
from gazette.models.issue import InIssueQuerySet


class Meeting(EntryRecord):
    """The report of an executive meeting (常务会议). `text` has a paragraph a line."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="meeting", verbose_name=_("目录条目"))
    title = models.CharField(_("标题"), max_length=300)
    number = models.PositiveSmallIntegerField(_("届次"), null=True, blank=True, help_text=_("第几次会议"))
    held_on = models.DateField(_("召开日期"), null=True, blank=True)
    chair = models.ForeignKey(
        Official, models.PROTECT, null=True, blank=True, related_name="chaired", verbose_name=_("主持人")
    )
    text = models.TextField(_("内容"))

    objects = InIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("常务会议")
        verbose_name_plural = _("常务会议")
        ordering = [models.F("held_on").desc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        issue = self.entry.issue
        return reverse("meeting", args=[issue.publication.code, issue.year, issue.number, self.pk])

    def paragraphs(self) -> list[str]:
        return self.text.split("\n")
