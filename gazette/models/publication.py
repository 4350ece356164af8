from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
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
    "verify",
    *FIRST_WORDS,
}


def not_reserved(code: str) -> None:
    """Refuse a code that would stand where the portal has an address of its own."""
    if code in RESERVED:
        raise ValidationError(_("“%(code)s”是系统自用的网址，请换一个代号。"), params={"code": code})


class Paper(models.TextChoices):
    A4 = "a4", _("国际标准A4（210×297毫米）")
    K16 = "k16", _("16开（185×260毫米）")


class PrintForm(models.TextChoices):
    """How a single document or notice is laid out when it is printed by itself."""

    GAZETTE = "gazette", _("照公报版式")
    OFFICIAL = "official", _("公文格式")


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
    paper = models.CharField(
        _("公报用纸"),
        max_length=10,
        choices=Paper,
        default=Paper.A4,
        help_text=_("整期公报排印所用的纸张。改动以后，从下一次排印起采用，已经发布的文件不因此重新制作"),
    )
    document_form = models.CharField(
        _("单篇文件版式"),
        max_length=10,
        choices=PrintForm,
        default=PrintForm.GAZETTE,
        help_text=_(
            "单独排印一篇文件时用的版式。公文格式依照GB/T 9704—2012，用A4纸，每页注明选自哪一期公报，不加印章。"
            "改动以后，从下一次排印起采用，已经发布的文件不因此重新制作"
        ),
    )
    notice_form = models.CharField(
        _("任免通知版式"),
        max_length=10,
        choices=PrintForm,
        default=PrintForm.GAZETTE,
        help_text=_(
            "单独排印一篇任免通知时用的版式。改动以后，从下一次排印起采用，已经发布的文件不因此重新制作"
        ),
    )

    objects = PublicationManager()

    class Meta:
        verbose_name = _("公报")
        verbose_name_plural = _("公报")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="publication_paper_is_known"),
            models.CheckConstraint(
                condition=Q(document_form__in=PrintForm.values, notice_form__in=PrintForm.values),
                name="publication_forms_are_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publication", args=[self.code])

    def natural_key(self) -> tuple[str]:
        return (self.code,)
