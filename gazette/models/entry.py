from django.db import models
from django.utils.translation import gettext_lazy as _

from gazette.models.issue import Issue
from gazette.models.section import Section
from gazette.models.source import Sourced


class Entry(Sourced):
    """A line of an issue's contents (目录). Records of the other apps point to theirs."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="entries", verbose_name=_("期"))
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("栏目")
    )
    position = models.PositiveSmallIntegerField(_("次序"))
    title = models.CharField(_("标题"), max_length=300)
    doc_number = models.CharField(_("发文字号"), max_length=100, blank=True)
    printed_page = models.CharField(_("原刊页码"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("目录条目")
        verbose_name_plural = _("目录条目")
        # Positions may be equal for a moment while an editor moves entries, so they are not unique.
        ordering = ["issue", "position", "pk"]

    def __str__(self) -> str:
        return self.title


class EntryRecord(Sourced):
    """A record that stands under a line of the contents, which its `entry` is; public with its issue."""

    class Meta:
        abstract = True

    def get_additional_data(self) -> dict[str, int]:
        entry: Entry = self.entry  # type: ignore[attr-defined]
        return {"issue": entry.issue_id, "entry": entry.pk}
