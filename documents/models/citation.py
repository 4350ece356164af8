from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.document import Document
from gazette.models import Sourced


class CitationRelation(models.TextChoices):
    CITES = "cites", _("引用")
    REPEALS = "repeals", _("废止")


class Citation(Sourced):
    """What a document says of another one, by its number or, where none is printed, by its title.

    The other document need not be held here: it is looked up by number whenever the citation is shown,
    so a document that arrives later is found then.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="citations", verbose_name=_("文件"))
    relation = models.CharField(_("关系"), max_length=10, choices=CitationRelation)
    doc_number = models.CharField(_("发文字号"), max_length=100, blank=True, db_index=True)
    title = models.CharField(_("标题"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("引用")
        verbose_name_plural = _("引用")
        ordering = ["document", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=CitationRelation.values), name="citation_relation_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(doc_number="") | ~Q(title=""), name="citation_names_a_document"
            ),
        ]

    def __str__(self) -> str:
        return self.doc_number or self.title
