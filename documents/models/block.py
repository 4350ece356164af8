from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.document import Document
from documents.models.figure import Figure
from documents.spans import check
from gazette.models import Sourced


class Attachment(Sourced):
    """An attachment (附件) of a document: announced, printed, or both. Its text are its blocks."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="attachments", verbose_name=_("文件"))
    position = models.PositiveSmallIntegerField(_("次序"))
    label = models.CharField(_("标号"), max_length=20, blank=True, help_text=_("照原样，如“附件1”"))
    title = models.CharField(_("标题"), max_length=300)

    class Meta:
        verbose_name = _("附件")
        verbose_name_plural = _("附件")
        ordering = ["document", "position", "pk"]

    def __str__(self) -> str:
        return self.title


class BlockKind(models.TextChoices):
    HEADING = "heading", _("标题")
    PARAGRAPH = "paragraph", _("段落")
    ARTICLE = "article", _("条")
    ITEM = "item", _("项")
    TABLE = "table", _("表格")
    LIST = "list", _("名单")
    SIGNATURE = "signature", _("落款")
    FIGURE = "figure", _("图")


class Block(Sourced):
    """A piece of a document's text in reading order: what a reader can link to and an editor correct.

    `level` is the depth in the outline: 1 an issued text's title, 2 章 and 一、, 3 节, 条 and （一）, 4 1.,
    5 （1）, 0 none. `label` is printed before `text` and is not repeated in it. A table's `rows` are lists
    of cells, its `spans` the merged ones (see documents.spans); its `text` is empty. A list's `text` has a
    line for each member. A figure's `text` is what is printed under the picture.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="blocks", verbose_name=_("文件"))
    attachment = models.ForeignKey(
        Attachment, models.CASCADE, null=True, blank=True, related_name="blocks", verbose_name=_("附件")
    )
    position = models.PositiveIntegerField(_("次序"))
    kind = models.CharField(_("类型"), max_length=10, choices=BlockKind, default=BlockKind.PARAGRAPH)
    level = models.PositiveSmallIntegerField(_("层次"), default=0)
    label = models.CharField(_("标号"), max_length=30, blank=True)
    text = models.TextField(_("文字"), blank=True)
    rows = models.JSONField(_("表格行"), default=list, blank=True)
    spans = models.JSONField(_("合并单元格"), default=list, blank=True)
    figure = models.ForeignKey(
        Figure, models.RESTRICT, null=True, blank=True, related_name="blocks", verbose_name=_("图片")
    )

    class Meta:
        verbose_name = _("正文块")
        verbose_name_plural = _("正文块")
        ordering = ["document", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind_is_known"),
            models.CheckConstraint(condition=Q(level__lte=5), name="block_level_is_an_outline_level"),
            models.CheckConstraint(
                condition=Q(kind=BlockKind.FIGURE, figure__isnull=False)
                | (~Q(kind=BlockKind.FIGURE) & Q(figure__isnull=True)),
                name="block_figure_has_a_picture",
                violation_error_message=_("“图”要选择图片，其他类型不能有图片。"),
            ),
        ]

    def __str__(self) -> str:
        return (self.label + self.text)[:40]

    def clean(self) -> None:
        try:
            check(self.rows, self.spans)
        except ValidationError as error:
            raise ValidationError({"spans": error}) from error
