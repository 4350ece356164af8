"""What was published, by digests: one manifest a publishing, each naming the one before it."""

import json
from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gazette.models import Issue, Publication
from gazette.models.issue import public_on


class AppendOnlyError(Exception):
    """Somebody tried to change or delete what may only grow."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def once_published(self) -> Self:
        """Those of issues that are public or have been taken back: what the chain shows to everyone."""
        return self.filter(public_on(None, "issue__") | Q(issue__withdrawn_at__isnull=False))

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        raise AppendOnlyError


class AppendOnly(models.Model):
    """A row that is written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError


class Manifest(AppendOnly):
    """The digests of an issue's editions as they were published (摘要清单), in the chain of its publication.

    `document` is the canonical JSON that `sha256` is of; the other fields repeat what it says, to be found by.
    """

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="manifests", verbose_name=_("公报")
    )
    issue = models.ForeignKey(Issue, models.PROTECT, related_name="manifests", verbose_name=_("期"))
    position = models.PositiveIntegerField(_("链上序号"))
    revision = models.PositiveSmallIntegerField(_("版次"))
    made_at = models.DateTimeField(_("生成时间"))
    document = models.TextField(_("清单"))
    sha256 = models.CharField(_("清单摘要（SHA-256）"), max_length=64, unique=True)
    previous = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="following", verbose_name=_("前一份清单")
    )

    class Meta:
        verbose_name = _("摘要清单")
        verbose_name_plural = _("摘要清单")
        ordering = ["publication", "-position"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "position"], name="manifest_once_a_position"),
            models.UniqueConstraint(fields=["issue", "revision"], name="manifest_once_a_revision"),
            models.CheckConstraint(
                condition=Q(position=1, previous__isnull=True) | Q(position__gt=1, previous__isnull=False),
                name="manifest_follows_another",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(issue)s第%(revision)d版") % {"issue": self.issue, "revision": self.revision}

    @property
    def data(self) -> bytes:
        return self.document.encode()

    @property
    def told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.document)
        return told


class SealedFile(AppendOnly):
    """A file that a manifest names, so that it is found by its digests."""

    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="files", verbose_name=_("摘要清单"))
    name = models.CharField(_("文件名"), max_length=200)
    media_type = models.CharField(_("类型"), max_length=100)
    size = models.PositiveBigIntegerField(_("字节数"))
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    sm3 = models.CharField("SM3", max_length=64, db_index=True)
    # Whom the certificate of its signature names; empty where it is not signed.
    signed_by = models.CharField(_("签名者"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("文件")
        verbose_name_plural = _("文件")
        ordering = ["pk"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["manifest", "name"], name="sealed_file_once_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
