from django.db import models
from django.utils.translation import gettext_lazy as _

from gazette.models.publication import Publication


class SectionKind(models.TextChoices):
    """What the entries of a section are: which reader reads them and which app holds them."""

    DOCUMENTS = "documents", _("文件")
    APPOINTMENTS = "appointments", _("干部任免")
    CHRONICLE = "chronicle", _("政务要事")
    REGISTER = "register", _("收发文目录")
    MEETINGS = "meetings", _("常务会议")
    STATISTICS = "statistics", _("统计数据")
    OTHER = "other", _("其他")


class SectionManager(models.Manager["Section"]):
    def get_by_natural_key(self, publication: str, name: str) -> "Section":
        return self.get(publication__code=publication, name=name)


class Section(models.Model):
    """A heading of the contents (栏目), kept by a publication over its issues."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="sections", verbose_name=_("公报")
    )
    name = models.CharField(_("栏目"), max_length=50)
    kind = models.CharField(_("内容"), max_length=20, choices=SectionKind, default=SectionKind.DOCUMENTS)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    objects = SectionManager()

    class Meta:
        verbose_name = _("栏目")
        verbose_name_plural = _("栏目")
        ordering = ["publication", "position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "name"], name="section_once_in_publication"),
            models.CheckConstraint(
                condition=models.Q(kind__in=SectionKind.values), name="section_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (*self.publication.natural_key(), self.name)

    natural_key.dependencies = ["gazette.publication"]  # type: ignore[attr-defined]
