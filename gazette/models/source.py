from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gazette.models.publication import Publication


class Source(models.Model):
    """A text that was brought in (来稿), unchanged, with what was read from it.

    `reading` is the object of docs/reading-format.md. `sha256` is of the bytes as they came, so that the
    same file is never imported twice into one publication.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="sources", verbose_name=_("公报")
    )
    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    original = models.BinaryField(_("原文件"))
    text = models.TextField(_("原文"))
    line_count = models.PositiveIntegerField(_("行数"))
    reading = models.JSONField(_("读入结果"))
    as_printed = models.BooleanField(
        _("依原刊收录"),
        default=False,
        help_text=_("本系统使用之前已经印行的公报，照原刊收录，存疑处只作提示"),
    )
    imported_at = models.DateTimeField(_("读入时间"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("读入人")
    )

    class Meta:
        verbose_name = _("来稿")
        verbose_name_plural = _("来稿")
        ordering = ["-imported_at", "-pk"]
        permissions = [("import_source", _("可以读入来稿"))]
        constraints = [
            models.UniqueConstraint(fields=["publication", "sha256"], name="source_once_in_publication")
        ]

    def __str__(self) -> str:
        return self.name

    def lines(self) -> list[str]:
        """The text by lines; line n of the records is `lines()[n - 1]`."""
        return self.text.split("\n")

    @property
    def problems(self) -> list[dict[str, Any]]:
        return self.reading.get("problems", [])


class Sourced(models.Model):
    """A record that was read from a text, and may have been corrected by an editor since.

    `source_lines` are 1-based inclusive ranges of the source's lines, `[[first, last], …]`.
    `edited_fields` names what an editor has set: reading again never overwrites these.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, editable=False, verbose_name=_("来稿")
    )
    source_lines = models.JSONField(_("原文行"), default=list, blank=True, editable=False)
    edited_fields = models.JSONField(_("编辑改过的项"), default=list, blank=True, editable=False)

    class Meta:
        abstract = True

    def mark_edited(self, fields: list[str]) -> None:
        """Note that an editor has set `fields`; the caller saves."""
        self.edited_fields = sorted({*self.edited_fields, *fields})

    def get_additional_data(self) -> dict[str, int]:
        """Whose part this is, for the audit log: once deleted, a record can no longer tell."""
        owners = {name: getattr(self, f"{name}_id", None) for name in ("issue", "document")}
        return {name: pk for name, pk in owners.items() if pk is not None}

    @property
    def lines_label(self) -> str:
        """The places in the source as people say them: 12–15、18."""
        parts = (f"{first}" if first == last else f"{first}–{last}" for first, last in self.source_lines)
        return "、".join(parts)
