from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gazette.models import Publication


class Indicator(models.Model):
    """What is measured (指标), under the one that it is part of: 第一产业 under 生产总值.

    `unit` is the one printed, or the parent's where the row prints none.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="indicators", verbose_name=_("公报")
    )
    name = models.CharField(_("指标"), max_length=100)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("上级指标")
    )
    unit = models.CharField(_("单位"), max_length=30, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("指标")
        verbose_name_plural = _("指标")
        ordering = ["publication", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "parent", "name"], name="indicator_once_under_another"
            ),
            # Nulls are distinct to a unique constraint, so what hangs under nothing has one of its own.
            models.UniqueConstraint(
                fields=["publication", "name"],
                condition=models.Q(parent__isnull=True),
                name="indicator_once_at_the_top",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="indicator_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("indicator", args=[self.publication.code, self.pk])
