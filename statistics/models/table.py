from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gazette.models import Entry, EntryRecord
from gazette.models.issue import InIssueQuerySet


class IndicatorTable(EntryRecord):
    """A month's table as it is printed; its observations are made from `rows` and never edited apart.

    `month` is its first day. `rows` are lists of cells, the head first; `row_lines` has the source line of
    each row, or null.
    """

    entry = models.OneToOneField(
        Entry, models.CASCADE, related_name="indicator_table", verbose_name=_("目录条目")
    )
    title = models.CharField(_("标题"), max_length=300)
    month = models.DateField(_("月份"), db_index=True)
    unit = models.CharField(
        _("单位"), max_length=30, blank=True, help_text=_("表头注明的单位；各行自有单位的不填")
    )
    rows = models.JSONField(_("表格"))
    row_lines = models.JSONField(_("原文行"), default=list, blank=True, editable=False)

    objects = InIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("指标月表")
        verbose_name_plural = _("指标月表")
        ordering = ["-month", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(month__day=1), name="table_month_is_its_first_day")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        issue = self.entry.issue
        return reverse(
            "indicator_table", args=[issue.publication.code, self.month.year, self.month.month, self.pk]
        )
