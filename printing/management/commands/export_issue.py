import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from gazette.models import Issue
from printing.errors import PrintingError
from printing.render import Printed, manuscript, typeset
from printing.store import write_whole

REFERENCE = re.compile(r"(?P<publication>[-\w]+)/(?P<year>\d{4})/(?P<number>\d{1,4})", re.ASCII)


class Command(BaseCommand):
    """`export_issue ili/2018/1 --pdf OUT.pdf`: print an issue, published or not, into a file."""

    help = _("把一期公报排印成 PDF")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("issue", metavar="ISSUE", help=_("哪一期，如 ili/2018/1"))
        parser.add_argument("--pdf", metavar="OUT.pdf", type=Path, required=True, help=_("写到哪个文件"))

    def handle(self, *args: Any, **options: Any) -> None:
        issue, target = find(options["issue"]), options["pdf"]
        check_folder(target)
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


def done(target: Path, printed: Printed) -> str:
    size = round(len(printed.pdf) / 1024)
    return _("已写入 %(target)s，共 %(pages)d 页，%(size)d KB") % {
        "target": target,
        "pages": printed.pages,
        "size": size,
    }
