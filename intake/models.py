"""Texts on their way in: brought in, read by a background job, reviewed, accepted as drafts or not."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gazette.models import Issue, Publication, Source


class Submission(models.Model):
    """A file that an editor brought in (待核来稿): its text and the reading that she corrects.

    `reading` is the object of docs/reading-format.md; what an editor set in it is named in `edited` of
    its items. Accepting it makes `source` and the drafts in one transaction. `revises` is the issue that
    a corrected file is read for again. `version` counts the changes of `reading`: a form that was opened
    on an older one is refused.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("等待读入")
        READING = "reading", _("正在读入")
        READ = "read", _("待核对")
        SCAN = "scan", _("扫描件，没有文字")
        REFUSED = "refused", _("不能读入")
        ACCEPTED = "accepted", _("已收录")
        DISCARDED = "discarded", _("已放弃")

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="submissions", verbose_name=_("公报")
    )
    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    original = models.BinaryField(_("原文件"))
    as_printed = models.BooleanField(_("依原刊收录"), default=False)
    revises = models.ForeignKey(
        Issue, models.PROTECT, null=True, blank=True, related_name="revisions", verbose_name=_("重读的期")
    )
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.QUEUED)
    progress = models.PositiveSmallIntegerField(_("进度（%）"), default=0)
    message = models.TextField(_("说明"), blank=True)
    format = models.CharField(_("格式"), max_length=5, blank=True)
    text = models.TextField(_("原文"), blank=True)
    reading = models.JSONField(_("读入结果"), null=True, blank=True)
    version = models.PositiveIntegerField(_("修改次数"), default=0)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("送读人")
    )
    submitted_at = models.DateTimeField(_("送读时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("读完时间"), null=True, blank=True)
    source = models.OneToOneField(
        Source, models.PROTECT, null=True, blank=True, related_name="submission", verbose_name=_("来稿")
    )

    class Meta:
        verbose_name = _("待核来稿")
        verbose_name_plural = _("待核来稿")
        ordering = ["-submitted_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    def lines(self) -> list[str]:
        """The text by lines; line n of the reading is `lines()[n - 1]`."""
        return self.text.split("\n")
