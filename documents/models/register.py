from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gazette.models import Entry, EntryRecord
from gazette.models.issue import InIssueQuerySet


class Direction(models.TextChoices):
    INCOMING = "incoming", _("来文")
    OUTGOING = "outgoing", _("发文")


class RegisterEntry(EntryRecord):
    """A line of the register of documents received and sent (收发文目录).

    The document itself is found by its number when the line is shown; it need not be held here.
    """

    entry = models.ForeignKey(
        Entry, models.CASCADE, related_name="register_entries", verbose_name=_("目录条目")
    )
    position = models.PositiveSmallIntegerField(_("次序"))
    direction = models.CharField(_("收发"), max_length=10, choices=Direction)
    doc_number = models.CharField(_("发文字号"), max_length=100, blank=True, db_index=True)
    title = models.CharField(_("标题"), max_length=300, blank=True)

    objects = InIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("收发文条目")
        verbose_name_plural = _("收发文目录")
        ordering = ["entry", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="register_direction_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(doc_number="") | ~Q(title=""), name="register_entry_names_a_document"
            ),
        ]

    def __str__(self) -> str:
        return self.doc_number + self.title
