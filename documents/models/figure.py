from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.models.document import Document


class FigureFormat(models.TextChoices):
    """The forms in which pictures are kept; the values are the files' endings."""

    PNG = "png", "PNG"
    JPEG = "jpg", "JPEG"


class Figure(models.Model):
    """A picture (图) of a document. Its file lies in `documents.figures`, named by the digest of its bytes.

    `alt` says in words what it shows, for those who
    cannot see it; what is printed under it is the text of the block that shows it. `width` and `height` are in
    pixels, of the file as it is kept.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="figures", verbose_name=_("文件"))
    alt = models.CharField(_("图片说明"), max_length=300)
    format = models.CharField(_("格式"), max_length=4, choices=FigureFormat, editable=False)
    width = models.PositiveIntegerField(_("宽（像素）"), editable=False)
    height = models.PositiveIntegerField(_("高（像素）"), editable=False)
    sha256 = models.CharField(_("文件摘要（SHA-256）"), max_length=64, editable=False)

    class Meta:
        verbose_name = _("图片")
        verbose_name_plural = _("图片")
        ordering = ["document", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(format__in=FigureFormat.values), name="figure_format_is_known"
            ),
            models.CheckConstraint(condition=~Q(alt=""), name="figure_is_told_in_words"),
        ]

    def __str__(self) -> str:
        return self.alt[:40]

    def get_absolute_url(self) -> str:
        """The address of the picture itself."""
        held = self.document
        return reverse("document_figure", args=[held.publication.code, held.slug, self.sha256, self.format])

    @property
    def file_name(self) -> str:
        """Its name on disk, in its address, and in `<img src>` when it is printed."""
        return f"{self.sha256}.{self.format}"

    def get_additional_data(self) -> dict[str, Any]:
        """Whose picture this is, for the audit log."""
        return {"document": self.document_id}
