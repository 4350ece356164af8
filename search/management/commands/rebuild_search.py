"""manage.py rebuild_search: make the search index anew; `--if-empty` only where there is none yet."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search.indexing import rebuild
from search.models import Item


class Command(BaseCommand):
    help = "重建检索索引；可以随时重做，期间检索照常可用"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="只在还没有索引时建立")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and Item.objects.exists():
            return
        self.stdout.write(_("检索索引：%(count)d 条") % {"count": rebuild()})
