import datetime
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gazette.models.publication import Publication
from gazette.models.source import Sourced
from gazette.templatetags.days import day, month


def public_on(on: datetime.date | None, prefix: str = "") -> Q:
    """The condition under which something published by itself or by its issue is public.

    `on` is a day in the portal's time zone, its end is meant; None is this moment. `prefix` leads to the
    record that carries `published_at` and `withdrawn_at`.
    """
    moment: datetime.date = timezone.now() if on is None else on
    at = "" if on is None else "__date"
    begun = Q((f"{prefix}published_at{at}__lte", moment))
    ended = Q((f"{prefix}withdrawn_at{at}__lte", moment))
    return begun & (Q((f"{prefix}withdrawn_at__isnull", True)) | ~ended)


class IssueQuerySet(models.QuerySet["Issue"]):
    def published(self, on: datetime.date | None = None) -> "IssueQuerySet":
        """The issues that were public on day `on` (today, when None): the one door of the public side."""
        return self.filter(public_on(on))

    def newest_first(self) -> "IssueQuerySet":
        return self.order_by("-year", "-number_end", "publication__position")


Record = TypeVar("Record", bound=models.Model)


class InIssueQuerySet(models.QuerySet[Record]):
    """Records that are public with the issue that holds them; `issue_path` leads there."""

    issue_path = "entry__issue__"

    def published(self, on: datetime.date | None = None) -> Self:
        """Those that were public on day `on` (today, when None)."""
        return self.filter(public_on(on, self.issue_path))


class Publishable(models.Model):
    """What is published and withdrawn as a whole; see editorial.flows.publishing."""

    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("签发人"),
    )
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        now = timezone.now()
        return bool(
            self.published_at
            and self.published_at <= now
            and (self.withdrawn_at is None or self.withdrawn_at > now)
        )

    def state_label(self) -> str:
        if self.is_published:
            return gettext("已发布")
        return gettext("已撤回") if self.withdrawn_at else gettext("未发布")

    state_label.short_description = _("状态")  # type: ignore[attr-defined]


class DatePrecision(models.TextChoices):
    DAY = "day", _("日")
    MONTH = "month", _("月")


class Issue(Sourced, Publishable):
    """One printed issue (期). A double issue (第17-18号) is one issue with two numbers."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="issues", verbose_name=_("公报")
    )
    year = models.PositiveSmallIntegerField(_("年"))
    number = models.PositiveSmallIntegerField(_("期号"))
    number_end = models.PositiveSmallIntegerField(
        _("末期号"), help_text=_("合刊填第二个期号，否则与期号相同")
    )
    serial = models.PositiveIntegerField(_("总期号"), null=True, blank=True)
    serial_end = models.PositiveIntegerField(_("末总期号"), null=True, blank=True)
    frequency = models.CharField(_("刊期"), max_length=20, blank=True)
    dated_on = models.DateField(
        _("出版日期"), null=True, blank=True, help_text=_("只知道月份的，填该月1日，并在“精确到”选“月”")
    )
    dated_precision = models.CharField(
        _("精确到"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    chief_editor = models.CharField(_("主编"), max_length=50, blank=True)
    deputy_editors = models.JSONField(_("副主编"), default=list, blank=True)
    imprint = models.TextField(_("刊头文字"), blank=True, help_text=_("封面和版权页上的其他文字，照原样"))
    as_printed = models.BooleanField(_("依原刊收录"), default=False, editable=False)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("期")
        verbose_name_plural = _("期")
        ordering = ["-year", "-number_end"]
        permissions = [("publish_issue", _("可以签发和撤回"))]
        constraints = [
            models.UniqueConstraint(fields=["publication", "year", "number"], name="issue_once"),
            models.CheckConstraint(condition=Q(year__gte=1900, year__lte=2200), name="issue_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number_end__gte=F("number")), name="issue_numbers_in_order"
            ),
            models.CheckConstraint(
                condition=Q(serial_end__isnull=True) | Q(serial_end__gte=F("serial")),
                name="issue_serials_in_order",
            ),
            models.CheckConstraint(
                condition=Q(dated_precision="day") | Q(dated_on__day=1),
                name="issue_month_is_its_first_day",
                violation_error_message=_("出版日期只精确到月的，要填该月1日。"),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("published_at")),
                name="issue_withdrawn_after_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication.name} {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("issue", args=[self.publication.code, self.year, self.number])

    @property
    def numbers(self) -> str:
        """1, or 17-18 for a double issue."""
        return str(self.number) if self.number_end == self.number else f"{self.number}-{self.number_end}"

    @property
    def label(self) -> str:
        return gettext("%(year)d年第%(numbers)s号") % {"year": self.year, "numbers": self.numbers}

    @property
    def serial_label(self) -> str:
        if self.serial is None:
            return ""
        last = self.serial_end or self.serial
        serials = str(self.serial) if last == self.serial else f"{self.serial}-{last}"
        return gettext("总第%(serials)s期") % {"serials": serials}

    @property
    def dated_label(self) -> str:
        """The printed date, to the month where only the month is printed."""
        return month(self.dated_on) if self.dated_precision == DatePrecision.MONTH else day(self.dated_on)
