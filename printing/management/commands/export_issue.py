import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from exporting.word import word_file
from gazette.models import Issue
from printing.errors import PrintingError
from printing.render import Printed, manuscript, typeset
from printing.store import write_whole

REFERENCE = re.compile(r"(?P<publication>[-\w]+)/(?P<year>\d{4})/(?P<number>\d{1,4})", re.ASCII)


class Command(BaseCommand):
    """`export_issue ili/2018/1 --pdf OUT.pdf --docx OUT.docx`: an issue, published or not, as files."""

    help = _("把一期公报排印成 PDF，或导出为 Word 文件")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("issue", metavar="ISSUE", help=_("哪一期，如 ili/2018/1"))
        parser.add_argument("--pdf", metavar="OUT.pdf", type=Path, help=_("PDF 写到哪个文件"))
        parser.add_argument("--docx", metavar="OUT.docx", type=Path, help=_("Word 文件写到哪里"))

    def handle(self, *args: Any, **options: Any) -> None:
        targets = [target for target in (options["pdf"], options["docx"]) if target]
        if not targets:
            raise CommandError(_("请用 --pdf 或 --docx 指明写到哪个文件"))
        issue = find(options["issue"])
        for target in targets:
            check_folder(target)
        if options["docx"]:
            self._export(issue, options["docx"])
        if options["pdf"]:
            self._print(issue, options["pdf"])

    def _export(self, issue: Issue, target: Path) -> None:
        data = word_file(issue)
        try:
            write_whole(target, data)
        except OSError as error:
            raise CommandError(cannot_write(target, error.strerror)) from error
        said = _("已写入 %(target)s，%(size)d KB") % {"target": target, "size": kilobytes(data)}
        self.stdout.write(self.style.SUCCESS(said))

    def _print(self, issue: Issue, target: Path) -> None:
        self.stdout.write(_("正在排印%(issue)s……") % {"issue": issue})
        try:
            text = manuscript(issue)
            for warning in text.warnings:
                self.stderr.write(warning)
            printed = typeset(text)
            write_whole(target, printed.pdf)
        except PrintingError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(cannot_write(target, error.strerror)) from error
        self.stdout.write(self.style.SUCCESS(done(target, printed)))


def find(reference: str) -> Issue:
    match = REFERENCE.fullmatch(reference.strip("/"))
    if match is None:
        raise CommandError(
            _("“%(reference)s”不是期的写法，应为“公报代号/年/期号”，如 ili/2018/1") % {"reference": reference}
        )
    try:
        return Issue.objects.select_related("publication").get(
            publication__code=match["publication"], year=int(match["year"]), number=int(match["number"])
        )
    except Issue.DoesNotExist as error:
        raise CommandError(_("没有 %(reference)s 这一期") % {"reference": reference}) from error


def check_folder(target: Path) -> None:
    """Say at once, not after printing, that there is no place for the file."""
    if not target.parent.is_dir():
        raise CommandError(cannot_write(target, _("没有这个文件夹")))
    if target.is_dir():
        raise CommandError(cannot_write(target, _("这是一个文件夹")))


def cannot_write(target: Path, reason: str | None) -> str:
    return _("不能写入 %(target)s：%(reason)s") % {"target": target, "reason": reason or _("原因不明")}


def kilobytes(data: bytes) -> int:
    return round(len(data) / 1024)


def done(target: Path, printed: Printed) -> str:
    return _("已写入 %(target)s，共 %(pages)d 页，%(size)d KB") % {
        "target": target,
        "pages": printed.pages,
        "size": kilobytes(printed.pdf),
    }
