from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gazette.models import Publication
from gazette.trail import to_home
from portal.rooms import rooms
from search import engine, presentation
from search.going_straight import only_one_of_number
from search.models import ItemKind
from search.queries import LONGEST, Wanted, wanted

HITS_ON_PAGE = 20
HITS_OF_A_KIND = 5


@require_safe
@cache_control(no_cache=True)
def search(request: HttpRequest) -> HttpResponse:
    """What holds the words of `q`: of every kind the first, or all of one kind by pages."""
    looked = wanted(request.GET.get("q", ""))
    if set(request.GET) == {"q"} and (only := only_one_of_number(looked)):
        return redirect(only)
    results = _results(request, looked)
    context: dict[str, Any] = {
        "looked": looked,
        "longest": LONGEST,
        "results": results,
        "orders": _orders(results.query),
        "trail": to_home(),
        "here": _("检索"),
    }
    if results.total:
        context["groups"] = presentation.groups(results, looked)
    if results.groups:
        context["filters"] = presentation.filters(results, request.GET)
    if results.query.kind:
        context["page"] = presentation.pages(results)
    if not results.total:
        context["rooms"] = rooms()
    return render(request, "search/search.html", context)


def _results(request: HttpRequest, looked: Wanted) -> engine.Results:
    """One kind by pages, or the first of each; where only one kind holds anything, that one."""
    query = _query(request, looked)
    results = engine.search(query)
    kinds = results.counts("kind")
    if query.kind is None and len(kinds) == 1 and results.total > HITS_OF_A_KIND:
        query = _query(request, looked, kind=next(iter(kinds)))
        results = engine.search(query)
    last = max(1, -(-results.total // query.size))
    if query.kind and query.page > last:
        results = engine.search(_query(request, looked, kind=query.kind, page=last))
    return results


def _query(request: HttpRequest, looked: Wanted, kind: str | None = None, page: int = 0) -> engine.Query:
    """A filter that names nothing that there is leaves all through."""
    chosen = kind or request.GET.get("kind", "")
    of_kind = chosen if chosen in ItemKind.values else None
    return engine.Query(
        ways=looked.ways,
        whole=looked.whole,
        publication=_publication(request.GET.get("publication", "")),
        kind=of_kind,
        year=_number(request.GET.get("year", "")) or None,
        order=engine.BY_DATE if request.GET.get("order") == engine.BY_DATE else engine.BY_RELEVANCE,
        page=(page or _number(request.GET.get("page", "")) or 1) if of_kind else 1,
        size=HITS_ON_PAGE if of_kind else HITS_OF_A_KIND,
    )


def _publication(code: str) -> int | None:
    found = Publication.objects.filter(code=code.replace("\x00", "")) if code else Publication.objects.none()
    return found.values_list("pk", flat=True).first()


def _number(text: str) -> int:
    """A count from the address; 0 for what is none, and for what no year or page can be."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _orders(query: engine.Query) -> list[presentation.Choice]:
    names = {engine.BY_RELEVANCE: _("按相关度"), engine.BY_DATE: _("按日期")}
    return [presentation.Choice(name, order, 0, query.order == order) for order, name in names.items()]
