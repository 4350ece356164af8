"""manage.py read_issue SOURCE --json"""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intake.errors import SourceError
from intake.read import read
from intake.sources.open import read_source
from intake.sources.origin import at_origin


class Command(BaseCommand):
    help = "读一份来稿，显示读出的内容；不写入数据库"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path, help="来稿文件（txt、md、docx、doc、wps、pdf、html）")
        parser.add_argument("--json", action="store_true", help="按 docs/reading-format.md 的格式输出")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["source"]
        try:
            text = read_source(path.name, path.read_bytes())
        except OSError as fault:
            raise CommandError(_("无法打开文件：%(path)s") % {"path": path}) from fault
        except SourceError as fault:
            raise CommandError(f"{path.name}：{fault}") from fault
        reading = read(text)
        data = at_origin(reading.to_json(), text.origin)
        if options["json"]:
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
            return
        for document in reading.documents:
            self.stdout.write(f"{document.doc_number or '—'}  {document.title}")
        for problem in reading.problems:
            place = "、".join(f"{a}" if a == b else f"{a}–{b}" for a, b in problem.lines)
            self.stdout.write(f"[{problem.severity}] {place} {problem.message}")
