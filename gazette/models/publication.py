from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.languages import FIRST_WORDS

# The first words of the portal's own addresses.
RESERVED = {
    "admin",
    "api",
    "bodies",
    "corrections",
    "errata",
    "feeds",
    "leaving",
    "officials",
    "openness",
    "opinions",
    "search",
    "sitemap",
    "static",
    *FIRST_WORDS,
}


def not_reserved(code: str) -> None:
    """Refuse a code that would stand where the portal has an address of its own."""
    if code in RESERVED:
        raise ValidationError(_("“%(code)s”是系统自用的网址，请换一个代号。"), params={"code": code})


class PublicationManager(models.Manager["Publication"]):
    def get_by_natural_key(self, code: str) -> "Publication":
        return self.get(code=code)


class Publication(models.Model):
    """A gazette as a title (公报): one government's, over all its years."""

    code = models.SlugField(
        _("代号"), unique=True, validators=[not_reserved], help_text=_("网址的第一段，发布后不再更改，如 ili")
    )
    name = models.CharField(_("刊名"), max_length=100, unique=True)
    place = models.CharField(_("地区"), max_length=50)
    sponsor = models.CharField(_("主办单位"), max_length=100)
    frequency = models.CharField(_("刊期"), max_length=20, blank=True)
    first_year = models.PositiveSmallIntegerField(_("创刊年"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    objects = PublicationManager()

    class Meta:
        verbose_name = _("公报")
        verbose_name_plural = _("公报")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publication", args=[self.code])

    def natural_key(self) -> tuple[str]:
        return (self.code,)
