"""The feeds that have entries, in the groups in which a page offers them."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from api.feeds import channels
from api.feeds.channels import Channel
from documents.models import Document, DocumentKind
from gazette.models import Body, Entry, Issue, Section
from portal.shelf import publications

Group = tuple[str, list[Channel]]


def offered() -> list[Group]:
    """Heading and feeds; a group without feeds is left out. Those of officials are offered on their own pages."""
    groups = [
        (_("全部和各公报"), _titles()),
        (_("按栏目"), [channels.of_section(section) for section in _sections()]),
        (_("按文种"), [channels.of_kind(kind) for kind in _kinds()]),
        (_("按机关"), [channels.of_body(body) for body in _bodies()]),
    ]
    return [group for group in groups if group[1]]


def _titles() -> list[Channel]:
    titles = [channels.of_publication(publication) for publication in publications()]
    return [channels.of_site(), *titles] if titles else []


def _sections() -> QuerySet[Section]:
    public = Entry.objects.filter(section=OuterRef("pk"), issue__in=Issue.objects.published())
    return Section.objects.filter(Exists(public)).select_related("publication")


def _kinds() -> list[DocumentKind]:
    held = set(Document.objects.published().order_by().values_list("kind", flat=True).distinct())
    return [kind for kind in DocumentKind if kind.value in held]


def _bodies() -> QuerySet[Body]:
    """Those that issue documents; the feeds of the others are offered on their own pages."""
    return Body.objects.filter(Exists(Document.objects.published().filter(issuing_body=OuterRef("pk"))))
