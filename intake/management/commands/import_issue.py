"""manage.py import_issue SOURCE --publication ili [--as-printed]"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.flows.publishing import publish_collection, publish_issue
from gazette.models import Publication
from intake.errors import SourceError
from intake.flows.import_source import ImportResult, import_source


class Command(BaseCommand):
    help = "读入一份来稿，建立期、目录和文件；同一文件不会读入两次"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path, help="来稿文件（txt、md、docx、doc、wps、pdf、html）")
        parser.add_argument("--publication", required=True, help="公报代号，如 ili")
        parser.add_argument(
            "--as-printed", action="store_true", help="依原刊收录：本系统使用之前印行的公报，读入后即入库公开"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["source"]
        publication = self._publication(options["publication"])
        try:
            result = self._import(path, publication, as_printed=options["as_printed"])
        except OSError as fault:
            raise CommandError(_("无法打开文件：%(path)s") % {"path": path}) from fault
        except SourceError as fault:
            raise CommandError(f"{path.name}：{fault}") from fault
        self._report(result)

    @staticmethod
    def _publication(code: str) -> Publication:
        publication = Publication.objects.filter(code=code).first()
        if publication is None:
            known = "、".join(Publication.objects.values_list("code", flat=True)) or _("（还没有任何公报）")
            raise CommandError(
                _("没有代号为“%(code)s”的公报。已有：%(known)s") % {"code": code, "known": known}
            )
        return publication

    @staticmethod
    @transaction.atomic
    def _import(path: Path, publication: Publication, *, as_printed: bool) -> ImportResult:
        """Read the file in and, as printed, publish it: both or neither."""
        result = import_source(path.name, path.read_bytes(), publication, as_printed=as_printed)
        if as_printed and result.created:
            if result.issue:
                publish_issue(result.issue, by=None)
            if any(document.entry_id is None for document in result.documents):
                publish_collection(result.source, by=None)
        return result

    def _report(self, result: ImportResult) -> None:
        if not result.created:
            self.stdout.write(_("%(name)s 以前已经读入，没有改动。") % {"name": result.source.name})
            return
        problems = result.source.problems
        self.stdout.write(
            _("已读入 %(name)s：%(issue)s，文件 %(documents)d 件，待核对 %(problems)d 处。")
            % {
                "name": result.source.name,
                "issue": result.issue.label if result.issue else _("未编入公报的文件"),
                "documents": len(result.documents),
                "problems": len(problems),
            }
        )
