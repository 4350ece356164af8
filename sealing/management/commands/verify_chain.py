from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from gazette.models import Publication
from sealing.chain import breaks_of, said


class Command(BaseCommand):
    """Walk the chain of manifests of a publication, or of all; the first link that does not hold is named."""

    help = _("检查各公报的摘要清单是否一份接一份、没有改动")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("publication", nargs="?", default="", help=_("公报代号，如 ili；不填则检查全部"))

    def handle(self, *args: Any, **options: Any) -> None:
        code = options["publication"]
        found = Publication.objects.filter(code=code) if code else Publication.objects.all()
        if code and not found:
            raise CommandError(_("没有代号为 %(code)s 的公报") % {"code": code})
        broken = [publication for publication in found if not self._holds(publication)]
        if broken:
            raise CommandError(_("%(count)d 种公报的清单链不完整") % {"count": len(broken)})

    def _holds(self, publication: Publication) -> bool:
        first = next(breaks_of(publication), None)
        if first is None:
            told = {"publication": publication, "count": publication.manifests.count()}
            self.stdout.write(_("%(publication)s：%(count)d 份清单，前后衔接，没有改动") % told)
            return True
        told = {"publication": publication, "place": first.address, "fault": said(first.fault)}
        self.stderr.write(_("%(publication)s：在“%(place)s”处断开，%(fault)s") % told)
        return False
