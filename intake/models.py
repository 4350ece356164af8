"""Texts on their way in: brought in, read by a background job, reviewed, accepted as drafts or not."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_q.models import Failure

from gazette.models import Issue, Publication, Source


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def light(self) -> Self:
        """Without the file and the first reading, which are large and never shown."""
        return self.select_related("publication", "submitted_by").defer("original", "as_read")


class Submission(models.Model):
    """A file that an editor brought in (待核来稿): its text and the reading that she corrects.

    `reading` is the object of docs/reading-format.md; what an editor set in it is named in `edited` of
    its items, and `as_read` is the same object as the program read it, before anybody changed anything.
    Accepting it makes `source` and the drafts in one transaction. `revises` is the issue that a corrected
    file is read for again; `issue` the one into which it was taken, whatever becomes of its records.
    `version` counts the changes of `reading`: a form that was opened on an older
    one is refused.

    Of the job: `progress` in per cent, `message` what it is doing or why it ended, `fault_line` the place
    of what is wrong (1-based). `started_at` is the mark of the worker that reads it now; who has another
    mark writes nothing. `attempts` counts the workers since it was queued.
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
    fault_line = models.PositiveIntegerField(_("出错的行"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("读入次数"), default=0)
    started_at = models.DateTimeField(_("开始读入时间"), null=True, blank=True)
    format = models.CharField(_("格式"), max_length=5, blank=True)
    text = models.TextField(_("原文"), blank=True)
    # The page of the file on which each line stands; empty where the file has no pages.
    pages = models.JSONField(_("各行页码"), default=list, blank=True)
    reading = models.JSONField(_("读入结果"), null=True, blank=True)
    as_read = models.JSONField(_("最初读入结果"), null=True, blank=True)
    version = models.PositiveIntegerField(_("修改次数"), default=0)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("送读人")
    )
    submitted_at = models.DateTimeField(_("送读时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("读完时间"), null=True, blank=True)
    source = models.OneToOneField(
        Source, models.PROTECT, null=True, blank=True, related_name="submission", verbose_name=_("来稿")
    )
    issue = models.ForeignKey(
        Issue,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name=_("收入的期"),
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("待核来稿")
        verbose_name_plural = _("待核来稿")
        ordering = ["-submitted_at", "-pk"]
        default_permissions = ["view"]
        constraints = [
            # What was given up may be brought in anew; otherwise one file is one submission.
            models.UniqueConstraint(
                fields=["publication", "sha256"],
                condition=~models.Q(state="discarded"),
                name="submission_once_in_publication",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        """Whether a job still has to read it, or is reading it."""
        return self.state in {self.State.QUEUED, self.State.READING}

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be done with it: accepted, or given up."""
        return self.state in {self.State.ACCEPTED, self.State.DISCARDED}

    def lines(self) -> list[str]:
        """The text by lines; line n of the reading is `lines()[n - 1]`."""
        return self.text.split("\n")


class JobRunner(models.Model):
    """A program that works off the queue (处理程序), and when it was last heard of."""

    name = models.CharField(_("处理程序"), max_length=100, unique=True)
    seen_at = models.DateTimeField(_("最近活动"))

    class Meta:
        verbose_name = _("处理程序")
        verbose_name_plural = _("处理程序")
        default_permissions = []

    def __str__(self) -> str:
        return self.name


class FailedJob(Failure):
    """A job that ended in a fault of the program, for those who look after the system."""

    class Meta:
        proxy = True
        verbose_name = _("后台任务故障")
        verbose_name_plural = _("后台任务故障")
        ordering = ["-stopped"]
        default_permissions = ["view"]

    def __str__(self) -> str:
        return self.name
