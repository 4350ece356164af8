"""Says what a language's catalogue lacks, and makes it ready for use: docs/translating.md."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from config.languages import KNOWN, SOURCE
from portal.languages.catalogues import compile_catalogue, faults, find, is_compiled


class Command(BaseCommand):
    help = "Check the catalogue of a language; with --compile, make it ready for use."
    # A site whose catalogue is broken must be able to run this.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("language", choices=[code for code in KNOWN if code != SOURCE.code])
        parser.add_argument("--compile", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["language"]
        found = list(faults(code))
        for fault in found:
            self.stderr.write(fault)
        path = find(code)
        if found or path is None:
            raise CommandError(
                _("%(language)s的译文还有 %(count)d 处问题。") % {"language": code, "count": len(found)}
            )
        if options["compile"]:
            compile_catalogue(path)
        elif not is_compiled(path):
            raise CommandError(_("译文改动后还没有编译，请加 --compile 再运行一次。"))
        self.stdout.write(_("%(language)s的译文完整，可以使用：%(path)s") % {"language": code, "path": path})
