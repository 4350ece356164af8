from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyManager(models.Manager["Body"]):
    def get_by_natural_key(self, name: str) -> "Body":
        return self.get(name=name)


class Body(models.Model):
    """An organ that issues documents or holds posts (机关): 伊犁哈萨克自治州人民政府办公厅."""

    name = models.CharField(_("名称"), max_length=100, unique=True)
    short_name = models.CharField(_("简称"), max_length=50, blank=True)
    number_prefix = models.CharField(_("机关代字"), max_length=20, blank=True)

    objects = BodyManager()

    class Meta:
        verbose_name = _("机关")
        verbose_name_plural = _("机关")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)
