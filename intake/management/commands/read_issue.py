"""manage.py read_issue SOURCE --json"""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.read import read
from intake.sources.plain import read_plain


class Command(BaseCommand):
    help = "读一份来稿，显示读出的内容；不写入数据库"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path, help="来稿文件（.txt）")
        parser.add_argument("--json", action="store_true", help="按 docs/reading-format.md 的格式输出")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["source"]
        try:
            reading = read(read_plain(path.name, path.read_bytes()))
        except OSError as fault:
            raise CommandError(_("无法打开文件：%(path)s") % {"path": path}) from fault
        except SourceError as fault:
            raise CommandError(f"{path.name}：{fault}") from fault
        data = reading.to_json()
        if options["json"]:
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
            return
        for document in reading.documents:
            self.stdout.write(f"{document.doc_number or '—'}  {document.title}")
        for problem in reading.problems:
            place = "、".join(f"{a}" if a == b else f"{a}–{b}" for a, b in problem.lines)
            self.stdout.write(f"[{problem.severity}] {place} {problem.message}")
