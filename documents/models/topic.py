from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """A class of 主题分类 (first level), by which government information is sorted: 国办公开办函〔2019〕61号."""

    name = models.CharField(_("名称"), max_length=50, unique=True)
    position = models.PositiveSmallIntegerField(_("次序"))

    class Meta:
        verbose_name = _("主题分类")
        verbose_name_plural = _("主题分类")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name
