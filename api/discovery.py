"""How programs find their way: robots.txt (RFC 9309) and the description of the search (OpenSearch 1.1)."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from config.addresses import absolute

OPENSEARCH = "application/opensearchdescription+xml"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """All pages may be read; not those that show another page in another way, nor answers to a search."""
    languages = ["", *(f"/{code}" for code, _name in settings.LANGUAGES[1:])]
    closed = ["/~", "/admin/", *(f"{language}/search/?" for language in languages)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines.append(f"Sitemap: {absolute(request, reverse('sitemap'))}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """What a browser must know to search here from its own address bar."""
    try:
        found = reverse("search")
    except NoReverseMatch:
        raise Http404 from None
    context = {
        "search": absolute(request, found),
        "own": absolute(request, reverse("opensearch")),
        "icon": absolute(request, static("icon.svg")),
    }
    return render(request, "api/opensearch.xml", context, content_type=OPENSEARCH)
