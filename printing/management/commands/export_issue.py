import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from gazette.files import write_whole
from gazette.models import Issue
from printing.errors import PrintingError
from printing.making import Made, Order, Progress, Setting, order, set_now
from printing.manuscript import Manuscript, Printed
from printing.models import Form

REFERENCE = re.compile(r"(?P<publication>[-\w]+)/(?P<year>\d{4})/(?P<number>\d{1,4})", re.ASCII)
FORMS = [form for form in Form if form != Form.EDITION]


class Command(BaseCommand):
    """`export_issue ili/2018/1 --pdf OUT.pdf --docx OUT.docx`: an issue, published or not, as files."""

    help = _("把一期公报排印成 PDF、清样、付印稿或小册子，或导出为电子书、Word 文件")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("issue", metavar="ISSUE", help=_("哪一期，如 ili/2018/1"))
        for form in FORMS:
            told = _("%(form)s写到哪个文件") % {"form": form.label}
            parser.add_argument(f"--{form}", metavar="OUT", type=Path, help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        targets = {form: options[form] for form in FORMS if options[form]}
        if not targets:
            raise CommandError(_("请用 --pdf 或 --docx 等指明要哪种文件，写到哪里"))
        issue = find(options["issue"])
        for target in targets.values():
            check_folder(target)
        setting = set_but_once()
        for form, target in targets.items():
            self._export(issue, form, target, setting)

    def _export(self, issue: Issue, form: Form, target: Path, setting: Setting) -> None:
        self.stdout.write(_("正在做%(issue)s的%(form)s……") % {"issue": issue, "form": form.label})
        try:
            made = self._made(order(issue, form, setting=setting))
            write_whole(target, made.data)
        except PrintingError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(cannot_write(target, error.strerror)) from error
        self.stdout.write(self.style.SUCCESS(done(target, made)))

    def _made(self, asked: Order) -> Made:
        made = asked.make(self._progress(), lambda: False)
        for warning in made.warnings:
            self.stderr.write(warning)
        for finding in made.findings:
            if finding["severity"] != "ok":
                self.stderr.write(finding["message"])
        return made

    def _progress(self) -> Progress:
        """Tells each stage once."""
        said: list[str] = []

        def say(percent: int, stage: str) -> None:
            if stage not in said:
                said.append(stage)
                self.stderr.write(f"{percent:3d}% {stage}", self.style.NOTICE)

        return say


def set_but_once() -> Setting:
    """The issue is set once, whatever is made of it."""
    kept: dict[str, Printed] = {}

    def setting(text: Manuscript, *how: Any) -> Printed:
        if text.digest not in kept:
            kept[text.digest] = set_now(text, *how)
        return kept[text.digest]

    return setting


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


def done(target: Path, made: Made) -> str:
    told = {"target": target, "pages": made.pages, "size": round(len(made.data) / 1024)}
    if made.pages is None:
        return _("已写入 %(target)s，%(size)d KB") % told
    return _("已写入 %(target)s，共 %(pages)d 页，%(size)d KB") % told
