"""Exports: what is made of an issue or of one entry, by whom it was asked for, and how far it is."""

from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gazette.models import Entry, Issue


class Form(models.TextChoices):
    PDF = "pdf", "PDF"
    EPUB = "epub", "EPUB"
    DOCX = "docx", "Word"
    PROOF = "proof", _("清样")
    PRESS = "press", _("付印稿")
    BOOKLET = "booklet", _("小册子拼版")
    # No file of its own: the order to make all that readers get of a published issue.
    EDITION = "edition", _("发布用的全套文件")


class State(models.TextChoices):
    QUEUED = "queued", _("等待排印")
    AT_WORK = "working", _("正在排印")
    DONE = "done", _("已完成")
    FAILED = "failed", _("没有排成")
    CANCELLED = "cancelled", _("已取消")


class ExportQuerySet(models.QuerySet["Export"]):
    def for_readers(self) -> Self:
        """The files that readers get now; whether their issue is public is not asked here."""
        return self.filter(issued_at__isnull=False, replaced_at__isnull=True)

    def waiting(self) -> Self:
        return self.filter(state__in=[State.QUEUED, State.AT_WORK])


class Export(models.Model):
    """A file made of an issue (导出), or of one `entry` of it, or the order to make one.

    Of the job, as of a submission: `progress` in per cent, `stage` what it is doing, `message` why it ended;
    `started_at` is the mark of the worker that has it, `attempts` counts the workers, and `cancel` is set
    by whoever wants it ended.

    Of what was made: `digest` is of the content (equal content is not set twice), `sha256` of the file,
    whose path `file` is under settings.PDF_DIR. `findings` are the check list's (printing.press.check).

    `issued_at` is null for what is made for the desk; otherwise from then until `replaced_at` readers get it.
    """

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="exports", verbose_name=_("期"))
    entry = models.ForeignKey(
        Entry, models.CASCADE, null=True, blank=True, related_name="exports", verbose_name=_("目录条目")
    )
    form = models.CharField(_("形式"), max_length=10, choices=Form)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.QUEUED)
    progress = models.PositiveSmallIntegerField(_("进度（%）"), default=0)
    stage = models.CharField(_("正在做"), max_length=100, blank=True)
    message = models.TextField(_("说明"), blank=True)
    cancel = models.BooleanField(_("要求取消"), default=False)
    attempts = models.PositiveSmallIntegerField(_("次数"), default=0)
    started_at = models.DateTimeField(_("开始时间"), null=True, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("要求的人")
    )
    requested_at = models.DateTimeField(_("要求时间"), auto_now_add=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True, blank=True)
    digest = models.CharField(_("内容摘要"), max_length=64, blank=True)
    file = models.CharField(_("文件"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("大小"), default=0)
    pages = models.PositiveIntegerField(_("页数"), null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    warnings = models.JSONField(_("提醒"), default=list, blank=True)
    findings = models.JSONField(_("检查结果"), default=list, blank=True)
    issued_at = models.DateTimeField(_("提供给读者的时间"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("被新文件取代的时间"), null=True, blank=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("导出")
        verbose_name_plural = _("导出")
        ordering = ["-requested_at", "-pk"]
        default_permissions = []
        indexes = [models.Index(fields=["digest", "form"], name="export_by_content")]
        constraints = [
            models.CheckConstraint(condition=Q(form__in=Form.values), name="export_form_is_known"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="export_state_is_known"),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True) | (Q(state="done") & ~Q(file="")),
                name="export_issued_is_made",
            ),
            models.UniqueConstraint(
                fields=["issue"],
                condition=Q(form="edition", state="queued"),
                name="export_edition_waits_once",
            ),
            models.UniqueConstraint(
                fields=["issue", "form"],
                condition=Q(issued_at__isnull=False, replaced_at__isnull=True, entry__isnull=True),
                name="export_of_issue_issued_once",
            ),
            models.UniqueConstraint(
                fields=["entry", "form"],
                condition=Q(issued_at__isnull=False, replaced_at__isnull=True),
                name="export_of_entry_issued_once",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(what)s（%(form)s）") % {"what": self.subject, "form": self.get_form_display()}

    @property
    def subject(self) -> str:
        """What it is of, as a file is named."""
        return self.entry.title if self.entry else str(self.issue)

    @property
    def is_waiting(self) -> bool:
        """Whether a job still has to make it, or is making it."""
        return self.state in {State.QUEUED, State.AT_WORK}

    @property
    def path(self) -> Path:
        """Where its file lies, if it still does."""
        return Path(settings.PDF_DIR) / self.file

    @property
    def is_there(self) -> bool:
        return bool(self.file) and self.path.is_file()
