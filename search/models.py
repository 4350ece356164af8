from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from appointments.models import Official
from documents.models import Document, Translation
from gazette.models import Issue, Publication
from portal.models import ColumnPage, Erratum


class ItemKind(models.TextChoices):
    """What can be found, in the order in which results show it."""

    DOCUMENT = "document", _("文件")
    TRANSLATION = "translation", _("译文")
    NOTICE = "notice", _("干部任免")
    MEETING = "meeting", _("常务会议")
    EVENT = "event", _("政务要事")
    REGISTER = "register", _("收发文目录")
    TABLE = "table", _("统计数据")
    OFFICIAL = "official", _("干部")
    BODY = "body", _("机关")
    ISSUE = "issue", _("公报")
    ENTRY = "entry", _("目录条目")
    ERRATUM = "erratum", _("更正")
    PAGE = "page", _("政府信息公开")


class ItemQuerySet(models.QuerySet["Item"]):
    def published(self) -> "ItemQuerySet":
        """What is public at this moment, by the same conditions as its own pages."""
        from portal.bodies import public_bodies

        alone = Document.objects.published().filter(entry__isnull=True)
        condition = Q(issue__in=Issue.objects.published().order_by())
        condition |= Q(issue__isnull=True) & _one_of(ItemKind.DOCUMENT, alone)
        condition |= _one_of(ItemKind.TRANSLATION, Translation.objects.published())
        condition |= _one_of(ItemKind.OFFICIAL, Official.objects.published())
        condition |= _one_of(ItemKind.BODY, public_bodies())
        condition |= _one_of(ItemKind.ERRATUM, Erratum.objects.published())
        return self.filter(condition | _one_of(ItemKind.PAGE, ColumnPage.objects.published()))


def _one_of(kind: ItemKind, records: models.QuerySet[Any]) -> Q:
    return Q(kind=kind, object_id__in=records.order_by().values("pk"))


class Item(models.Model):
    """One line of the search index: a thing that has an address of its own.

    `text` is as printed, a paragraph or cell a line; `folded` has the title, the number and the same lines as they
    are compared, `folded_title` the title alone. `day` is the thing's own, `year` that of its day or else of its
    issue. `number_tail` is what every form of its number has in common. Nothing here is anyone's record: all of it
    is made from the records and may be thrown away.
    """

    kind = models.CharField(max_length=12, choices=ItemKind)
    object_id = models.BigIntegerField()
    # The index follows the records and never holds them back; deleting a record asks nothing of it.
    publication = models.ForeignKey(
        Publication, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    issue = models.ForeignKey(Issue, models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    year = models.PositiveSmallIntegerField(null=True)
    day = models.DateField(null=True)
    # Whether it holds more different pairs than a database's index takes: it is then compared in every search.
    unindexed = models.BooleanField(default=False)
    route = models.CharField(max_length=40)
    arguments = models.JSONField(default=list)
    anchor = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=100, blank=True)
    number_tail = models.CharField(max_length=40, blank=True, db_index=True)
    title = models.TextField(blank=True)
    folded_title = models.TextField(blank=True)
    # The long ones last: a database reads a row from its beginning.
    folded = models.TextField(blank=True)
    text = models.TextField(blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("检索条目")
        verbose_name_plural = _("检索条目")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="item_once")]
        indexes = [
            models.Index(fields=["unindexed"], condition=Q(unindexed=True), name="item_unindexed"),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:40]

    def get_absolute_url(self) -> str:
        """In the language and modes of the page that asks."""
        address = reverse(self.route, args=self.arguments)
        return f"{address}#{self.anchor}" if self.anchor else address
