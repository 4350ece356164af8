from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from gazette.models import Issue
from printing.errors import PrintingError
from printing.store import is_printed, pdf_file


class Command(BaseCommand):
    """Make the missing PDFs of all published issues, so that no reader has to wait for one."""

    help = _("为已发布而尚无 PDF 的各期公报排印 PDF")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = 0
        issues = Issue.objects.published().newest_first().select_related("publication")
        if not issues:
            self.stdout.write(_("还没有已发布的公报"))
        for issue in issues:
            try:
                self.stdout.write(_print(issue))
            except PrintingError as error:
                failed += 1
                self.stderr.write(_("%(issue)s：%(error)s") % {"issue": issue, "error": error})
        if failed:
            raise CommandError(_("有 %(failed)d 期没有印成") % {"failed": failed})


def _print(issue: Issue) -> str:
    if is_printed(issue):
        return _("%(issue)s：已有 PDF") % {"issue": issue}
    return _("%(issue)s：已排印 %(file)s") % {"issue": issue, "file": pdf_file(issue).name}
