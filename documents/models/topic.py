from django.db import models
from django.utils.translation import gettext_lazy as _


class TopicManager(models.Manager["Topic"]):
    def get_by_natural_key(self, name: str) -> "Topic":
        return self.get(name=name)


class Topic(models.Model):
    """A class of 主题分类 (first level), by which government information is sorted: 国办公开办函〔2019〕61号."""

    name = models.CharField(_("名称"), max_length=50, unique=True)
    position = models.PositiveSmallIntegerField(_("次序"))

    objects = TopicManager()

    class Meta:
        verbose_name = _("主题分类")
        verbose_name_plural = _("主题分类")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)
