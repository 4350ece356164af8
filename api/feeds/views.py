from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from api.feeds import channels
from api.feeds.atom import as_atom
from api.feeds.channels import Channel
from api.feeds.items import MOST
from api.feeds.offered import offered
from appointments.models import Official
from config.addresses import absolute
from documents.models import DocumentKind
from gazette.models import Body, Publication, Section
from gazette.trail import to_home


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """The feeds in words, with what a feed is."""
    context = {
        "groups": [(heading, _told(request, found)) for heading, found in offered()],
        "has_officials": Official.objects.published().exists(),
        "most": MOST,
        "trail": to_home(),
        "here": _("订阅"),
    }
    return render(request, "api/feeds.html", context)


@require_safe
def of_site(request: HttpRequest) -> HttpResponse:
    return _answer(request, channels.of_site())


@require_safe
def of_publication(request: HttpRequest, code: str) -> HttpResponse:
    return _answer(request, channels.of_publication(get_object_or_404(Publication, code=code)))


@require_safe
def of_section(request: HttpRequest, pk: int) -> HttpResponse:
    shelf = Section.objects.select_related("publication")
    return _answer(request, channels.of_section(get_object_or_404(shelf, pk=pk)))


@require_safe
def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in DocumentKind:
        raise Http404
    return _answer(request, channels.of_kind(DocumentKind(kind)))


@require_safe
def of_body(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(request, channels.of_body(get_object_or_404(Body, pk=pk)))


@require_safe
def of_official(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(request, channels.of_official(get_object_or_404(Official.objects.published(), pk=pk)))


def _told(request: HttpRequest, found: list[Channel]) -> list[tuple[str, str]]:
    """Title and full address: readers take it into another program."""
    return [(channel.title, absolute(request, channel.address)) for channel in found]


def _answer(request: HttpRequest, channel: Channel) -> HttpResponse:
    answer = as_atom(request, channel)
    if answer is None:
        raise Http404
    return answer
