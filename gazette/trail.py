"""Where a page stands (当前位置): the links from the home page down to the one above it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from gazette.models import Issue, Publication


def to_home() -> list[tuple[str, str]]:
    return [(_("首页"), reverse("home"))]


def to_publication(publication: Publication) -> list[tuple[str, str]]:
    return [*to_home(), (publication.name, publication.get_absolute_url())]


def to_volume(publication: Publication, year: int) -> list[tuple[str, str]]:
    step = (_("%d年") % year, reverse("volume", args=[publication.code, year]))
    return [*to_publication(publication), step]


def to_issue(issue: Issue) -> list[tuple[str, str]]:
    step = (_("第%s号") % issue.numbers, issue.get_absolute_url())
    return [*to_volume(issue.publication, issue.year), step]


def to_room(publication: Publication, name: str, page: str) -> list[tuple[str, str]]:
    """Down to the list of one kind of content, `page` being the name of its address."""
    return [*to_publication(publication), (name, reverse(page, args=[publication.code]))]
