from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from gazette.models import Issue
from printing import editions
from printing.errors import PrintingError
from printing.jobs import enqueue_edition, make_edition_now
from printing.models import State


class Command(BaseCommand):
    """Make the missing files of all published issues, so that no reader has to wait for one."""

    help = _("为已发布的各期公报排印缺少的或者过时的 PDF 等文件")

    def add_arguments(self, parser: ArgumentParser) -> None:
        told = _("只排队，由后台程序（qcluster）排印")
        parser.add_argument("--enqueue", action="store_true", help=told)
        told = _("已有的文件也重新制作、重新签名；做好以前，读者仍得到原来的文件")
        parser.add_argument("--again", action="store_true", help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        failed = 0
        issues = Issue.objects.published().newest_first().select_related("publication")
        if not issues:
            self.stdout.write(_("还没有已发布的公报"))
        for issue in issues:
            if options["again"]:
                editions.forget_content(issue)
            try:
                self.stdout.write(_ordered(issue) if options["enqueue"] else _print(issue))
            except PrintingError as error:
                failed += 1
                self.stderr.write(_("%(issue)s：%(error)s") % {"issue": issue, "error": error})
        if failed:
            raise CommandError(_("有 %(failed)d 期没有印成") % {"failed": failed})


def _print(issue: Issue) -> str:
    former = _files(issue)
    export = make_edition_now(issue)
    if export.state != State.DONE:
        raise PrintingError(export.message or _("另一个程序正在排印"))
    present = _files(issue)
    told = {"issue": issue, "count": len(present)}
    if present == former:
        return _("%(issue)s：已有，共 %(count)d 个文件") % told
    return _("%(issue)s：已排印，共 %(count)d 个文件") % told


def _files(issue: Issue) -> set[int]:
    return {each.pk for each in editions.of_issue(issue)}


def _ordered(issue: Issue) -> str:
    queued = enqueue_edition(issue.pk)
    return (_("%(issue)s：已排队") if queued else _("%(issue)s：已在排队")) % {"issue": issue}
