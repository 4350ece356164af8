"""manage.py load_examples: the reference data and the real issues that come with the project."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from gazette.models import Publication

REFERENCE = ["publications", "sections", "bodies", "topics"]


class Command(BaseCommand):
    help = "载入参考数据（公报、栏目、机关、主题分类）和随附的真实公报；已有的不改动"

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = settings.BASE_DIR / "fixtures"
        for name in REFERENCE:
            added = load_missing(folder / f"{name}.json")
            self.stdout.write(_("%(name)s：新增 %(added)d 条") % {"name": name, "added": added})
        codes = Publication.objects.values_list("code", flat=True)
        for source in sorted((folder / "issues").glob("*.txt")):
            # A text is named for its gazette: ili-2018-01.txt.
            code = next((code for code in codes if source.name.startswith(f"{code}-")), None)
            if code:
                call_command("import_issue", source, publication=code, as_printed=True, stdout=self.stdout)


def load_missing(fixture: Path) -> int:
    """Save the records of a fixture that are not there yet, and leave the others as editors have them."""
    added = 0
    for record in serializers.deserialize("json", fixture.read_text(encoding="utf-8")):
        if record.object.pk is None:
            record.save()
            added += 1
    return added
