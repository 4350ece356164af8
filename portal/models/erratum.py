import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from gazette.models import Entry, Issue
from gazette.models.issue import Publishable, public_on


class ErratumQuerySet(models.QuerySet["Erratum"]):
    def published(self, on: datetime.date | None = None) -> "ErratumQuerySet":
        """The errata that were public on day `on` (today, when None), with what they are about."""
        of_issue = Q(issue__isnull=False) & public_on(on, "issue__")
        alone = Q(issue__isnull=True) & Q(document__in=Document.objects.published(on).values("pk"))
        return self.filter(public_on(on)).filter(of_issue | alone)


class Erratum(Publishable):
    """What was printed wrong, where, and what is right (更正).

    In an issue, at one of its entries where it can be said; or in a document that no issue holds.
    """

    issue = models.ForeignKey(
        Issue, models.PROTECT, null=True, blank=True, related_name="errata", verbose_name=_("期")
    )
    # Taken out of a draft's contents, an entry leaves the erratum with its issue and its page.
    entry = models.ForeignKey(
        Entry,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="errata",
        verbose_name=_("目录条目"),
        help_text=_("这一期目录里的一条；说的是整期的，不选"),
    )
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="errata",
        verbose_name=_("文件"),
        help_text=_("未编入公报的文件在这里选；编入公报的，选上面的期和目录条目"),
    )
    printed_page = models.CharField(_("原刊页码"), max_length=20, blank=True)
    place = models.CharField(_("位置"), max_length=100, blank=True, help_text=_("如：正文第三段、附件2第5行"))
    printed = models.TextField(_("原文"), help_text=_("照印错的写"))
    correct = models.TextField(_("更正为"))
    dated_on = models.DateField(_("更正日期"))

    objects = ErratumQuerySet.as_manager()

    class Meta:
        verbose_name = _("更正")
        verbose_name_plural = _("更正")
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(issue__isnull=False, document__isnull=True)
                | Q(issue__isnull=True, entry__isnull=True, document__isnull=False),
                name="erratum_is_about_an_issue_or_a_document",
                violation_error_message=_("请选一期，或者选一份未编入公报的文件，二者选一。"),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=models.F("published_at")),
                name="erratum_withdrawn_after_published",
            ),
        ]

    def __str__(self) -> str:
        about = self.entry or self.issue or self.document
        return f"{about}：{self.printed}"[:100]
