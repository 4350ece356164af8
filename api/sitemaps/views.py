from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from api.sitemaps.addresses import addresses, parts
from config.addresses import absolute

_MEDIA_TYPE = "application/xml"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The sitemaps that there are."""
    found = [absolute(request, reverse("sitemap_part", args=part)) for part in parts()]
    return render(request, "api/sitemap_index.xml", {"sitemaps": found}, content_type=_MEDIA_TYPE)


@require_safe
def part(request: HttpRequest, name: str, page: int) -> HttpResponse:
    """The addresses of one kind of page."""
    try:
        found = addresses(request, name, page)
    except (KeyError, EmptyPage):
        raise Http404 from None
    return render(request, "api/sitemap.xml", {"addresses": found}, content_type=_MEDIA_TYPE)
