from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gazette.models import Sourced
from gazette.models.issue import InIssueQuerySet

from .indicator import Indicator
from .table import IndicatorTable


class Measure(models.TextChoices):
    """What a figure says of its month."""

    MONTH = "month", _("当月")
    CUMULATIVE = "cumulative", _("累计")
    YEAR = "year", _("全年")
    BALANCE = "balance", _("余额")
    INDEX = "index", _("指数")
    YOY_PERCENT = "yoy_percent", _("同比增减%")


class ObservationQuerySet(InIssueQuerySet["Observation"]):
    issue_path = "table__entry__issue__"


class Observation(Sourced):
    """One figure of a month's table. `printed` has the digits as printed, `value` is the number, `unit` what it
    is counted in in this table: a later issue may count in another one.

    A figure is unique within its table only: a later issue may print the month again and correct it.
    """

    table = models.ForeignKey(
        IndicatorTable, models.CASCADE, related_name="observations", verbose_name=_("指标月表")
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="observations", verbose_name=_("指标")
    )
    month = models.DateField(_("月份"), db_index=True)
    measure = models.CharField(_("口径"), max_length=12, choices=Measure)
    year = models.PositiveSmallIntegerField(
        _("年份"), null=True, blank=True, help_text=_("全年数及其增减所属的年份；当月的数不填")
    )
    value = models.DecimalField(_("数值"), max_digits=20, decimal_places=6)
    unit = models.CharField(_("单位"), max_length=30, blank=True)
    printed = models.CharField(_("原刊数字"), max_length=30)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("数据")
        verbose_name_plural = _("数据")
        ordering = ["table", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "indicator", "measure"], name="observation_once_in_a_table"
            ),
            models.CheckConstraint(
                condition=Q(measure__in=Measure.values), name="observation_measure_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def value_unit(self) -> str:
        """The unit of the value: a rate is a percentage, whatever its indicator is counted in."""
        return "%" if self.measure == Measure.YOY_PERCENT else self.unit
