import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gazette.models.issue import Publishable, public_on


class Part(models.TextChoices):
    """The parts of the openness column, in their order: 国办公开办函〔2019〕61号."""

    GUIDE = "guide", _("政府信息公开指南")
    RULES = "rules", _("政府信息公开制度")
    STATUTORY = "statutory", _("法定主动公开内容")
    REPORT = "report", _("政府信息公开年报")
    APPLY = "apply", _("依申请公开")


class ColumnPageQuerySet(models.QuerySet["ColumnPage"]):
    def published(self, on: datetime.date | None = None) -> "ColumnPageQuerySet":
        """The pages that were public on day `on` (today, when None)."""
        return self.filter(public_on(on))


class ColumnPage(Publishable):
    """A page of the column 政府信息公开, which editors fill.

    `title` and `text` (Markdown) are the editors' copy; what readers see is `public_title` and
    `public_text`, which only publishing sets. So a page stays as it was approved while it is being revised.
    """

    part = models.CharField(_("部分"), max_length=10, choices=Part)
    year = models.PositiveSmallIntegerField(
        _("年度"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2200)],
        help_text=_("年报填写报告的年度，其他部分不填"),
    )
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    title = models.CharField(_("标题"), max_length=100)
    text = models.TextField(
        _("正文"), help_text=_("用 Markdown 书写：标题以 ## 开头，表格、列表、链接都可以用，不能插入图片")
    )
    public_title = models.CharField(_("公开的标题"), max_length=100, blank=True, editable=False)
    public_text = models.TextField(_("公开的正文"), blank=True, editable=False)

    objects = ColumnPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("政府信息公开网页")
        verbose_name_plural = _("政府信息公开网页")
        ordering = ["position", "-year", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="column_page_part_is_known"),
            models.CheckConstraint(
                condition=Q(part=Part.REPORT, year__isnull=False)
                | (~Q(part=Part.REPORT) & Q(year__isnull=True)),
                name="column_page_of_a_year_is_a_report",
                violation_error_message=_("年报要填写年度，其他部分不填。"),
            ),
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(part=Part.REPORT),
                name="column_page_one_report_a_year",
                violation_error_message=_("这个年度已经有年报。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("column_page", args=[self.pk])

    @property
    def is_changed(self) -> bool:
        """Whether readers see another text than editors do."""
        return (self.title, self.text) != (self.public_title, self.public_text)
