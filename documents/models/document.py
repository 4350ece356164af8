import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.models.topic import Topic
from gazette.models import Body, Entry, Publication, Sourced
from gazette.models.issue import Publishable, public_on


class DocumentKind(models.TextChoices):
    """The fifteen kinds of official document (文种): 党政机关公文处理工作条例 art. 8."""

    RESOLUTION = "resolution", _("决议")
    DECISION = "decision", _("决定")
    ORDER = "order", _("命令（令）")
    COMMUNIQUE = "communique", pgettext_lazy("文种", "公报")
    ANNOUNCEMENT = "announcement", _("公告")
    PROCLAMATION = "proclamation", _("通告")
    OPINION = "opinion", pgettext_lazy("文种", "意见")
    NOTICE = "notice", _("通知")
    CIRCULAR = "circular", _("通报")
    REPORT = "report", _("报告")
    REQUEST = "request", _("请示")
    REPLY = "reply", _("批复")
    PROPOSAL = "proposal", _("议案")
    LETTER = "letter", _("函")
    MINUTES = "minutes", _("纪要")


class DocumentQuerySet(models.QuerySet["Document"]):
    def published(self, on: datetime.date | None = None) -> "DocumentQuerySet":
        """The documents that were public on day `on` (today, when None).

        A document that an issue holds is public with its issue; one without an issue by itself.
        """
        with_issue = Q(entry__isnull=False) & public_on(on, "entry__issue__")
        alone = Q(entry__isnull=True) & public_on(on)
        return self.filter(with_issue | alone)


class Document(Sourced, Publishable):
    """A policy document (文件): the notice and the text that it issues are one document."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="documents", verbose_name=_("公报")
    )
    # The document outlives the place where it was printed, so deleting an entry does not delete it.
    entry = models.OneToOneField(
        Entry,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="document",
        verbose_name=_("目录条目"),
    )
    slug = models.CharField(
        _("网址"), max_length=120, help_text=_("由发文字号生成；改后旧网址自动转到新网址")
    )
    title = models.CharField(_("标题"), max_length=300)
    doc_number = models.CharField(_("发文字号"), max_length=100, blank=True, db_index=True)
    kind = models.CharField(_("文种"), max_length=20, choices=DocumentKind, blank=True)
    issuer = models.CharField(
        _("发文机关"),
        max_length=200,
        blank=True,
        help_text=_("照落款填写，没有落款的不填；几个机关联合发文用顿号隔开"),
    )
    issuing_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("机关")
    )
    addressee = models.TextField(_("主送机关"), blank=True)
    issued_on = models.DateField(_("成文日期"), null=True, blank=True)
    effective_on = models.DateField(_("施行日期"), null=True, blank=True)
    valid_until = models.DateField(_("有效期至"), null=True, blank=True, help_text=_("最后一个有效日"))
    trial = models.BooleanField(_("试行"), default=False)
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("主题分类")
    )
    index_number = models.CharField(_("索引号"), max_length=60, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("文件")
        verbose_name_plural = _("文件")
        ordering = [F("issued_on").desc(nulls_last=True), "pk"]
        # Every answer asks when a document became public by itself, or was taken back (api.freshness).
        indexes = [
            models.Index(
                fields=["published_at"], condition=Q(entry__isnull=True), name="document_published_alone"
            ),
            models.Index(
                fields=["withdrawn_at"], condition=Q(entry__isnull=True), name="document_withdrawn_alone"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["publication", "slug"], name="document_address_once"),
            models.CheckConstraint(
                condition=Q(kind="") | Q(kind__in=DocumentKind.values), name="document_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(valid_until__gte=F("effective_on")),
                name="document_ends_after_it_begins",
                violation_error_message=_("有效期至不能早于施行日期"),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("published_at")),
                name="document_withdrawn_after_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.publication.code, self.slug])


class FormerAddress(models.Model):
    """An address that a document once had; it leads on to the present one, for ever."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    slug = models.CharField(max_length=120)
    document = models.ForeignKey(Document, models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("旧网址")
        verbose_name_plural = _("旧网址")
        constraints = [
            models.UniqueConstraint(fields=["publication", "slug"], name="former_address_leads_to_one")
        ]

    def __str__(self) -> str:
        return self.slug
