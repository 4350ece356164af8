from django.db import models
from django.utils.translation import gettext_lazy as _


class Body(models.Model):
    """An organ that issues documents or holds posts (机关): 伊犁哈萨克自治州人民政府办公厅."""

    name = models.CharField(_("名称"), max_length=100, unique=True)
    short_name = models.CharField(_("简称"), max_length=50, blank=True)
    number_prefix = models.CharField(_("机关代字"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("机关")
        verbose_name_plural = _("机关")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
