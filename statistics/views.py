from itertools import groupby

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.answers import month_or_404, not_here
from gazette.models import Publication
from gazette.models.issue import InIssueQuerySet
from gazette.record_page import record_context
from gazette.spreadsheets import as_csv
from gazette.templatetags.days import month as month_name
from gazette.trail import to_publication, to_room

from .charts import line_chart
from .downloads import series_rows
from .models import Indicator, IndicatorTable
from .newest import headlines
from .series import Series, public_indicators, series_of
from .tables import rows_of

_LATEST = ("-entry__issue__year", "-entry__issue__number_end", "-entry__position", "-pk")


@require_safe
def statistics(request: HttpRequest, publication: str) -> HttpResponse:
    """The newest month in a few lines, the months of which there are tables, and the indicators in them."""
    held = get_object_or_404(Publication, code=publication)
    tables = list(_shelf(held).order_by("-month", *_LATEST))
    if not tables:
        raise Http404
    years = groupby(tables, key=lambda table: table.month.year)
    context = {
        "publication": held,
        "newest": tables[0],
        "headlines": headlines(tables[0]),
        "years": [(year, list(of_year)) for year, of_year in years],
        "indicators": _tree(held),
        "trail": to_publication(held),
        "here": _("统计数据"),
    }
    return render(request, "statistics/statistics.html", context)


@require_safe
def table(request: HttpRequest, publication: str, year: int, month: int, pk: int) -> HttpResponse:
    """A month's table as printed, with the ways to the months around it."""
    at_address = _at_address(publication, year, month, pk)
    held = at_address.published().select_related("entry__issue__publication").first()
    if held is None:
        return not_here(request, at_address)
    issue = held.entry.issue
    shelf = _shelf(issue.publication)
    context = {
        **record_context(held.entry, month_name(held.month)),
        "table": held,
        "rows": rows_of(held),
        "others": shelf.filter(month=held.month).exclude(pk=held.pk).order_by(*_LATEST),
        "earlier": shelf.filter(month__lt=held.month).order_by("-month", *_LATEST).first(),
        "later": shelf.filter(month__gt=held.month).order_by("month", *_LATEST).first(),
        "trail": to_room(issue.publication, _("统计数据"), "statistics"),
    }
    return render(request, "statistics/table.html", context)


@require_safe
def table_csv(request: HttpRequest, publication: str, year: int, month: int, pk: int) -> HttpResponse:
    """The cells of a table as printed."""
    at_address = _at_address(publication, year, month, pk)
    held = at_address.published().first()
    if held is None:
        return not_here(request, at_address)
    return as_csv(held.rows, f"{publication}-{held.month:%Y-%m}")


@require_safe
def indicator(request: HttpRequest, publication: str, pk: int) -> HttpResponse:
    """One indicator over the months, by measure."""
    held = _indicator(publication, pk)
    near = public_indicators(held.publication).select_related("publication")
    context = {
        "publication": held.publication,
        "indicator": held,
        "series": [(each, _drawn(held, each)) for each in series_of(held)],
        "parent": near.filter(parts=held).first(),
        "parts": near.filter(parent=held),
        "trail": to_room(held.publication, _("统计数据"), "statistics"),
        "here": held.name,
    }
    return render(request, "statistics/indicator.html", context)


@require_safe
def indicator_csv(request: HttpRequest, publication: str, pk: int) -> HttpResponse:
    """The figures of an indicator, all measures one under the other."""
    held = _indicator(publication, pk)
    return as_csv(series_rows(series_of(held)), f"{publication}-indicator-{held.pk}")


def _drawn(held: Indicator, series: Series) -> str:
    """The chart of a series; empty where no line can be drawn."""
    name = _("%(name)s（%(measure)s）") % {"name": held.name, "measure": series.label}
    return line_chart(series.points, name, series.unit)


def _shelf(publication: Publication) -> QuerySet[IndicatorTable]:
    public = IndicatorTable.objects.published().filter(entry__issue__publication=publication)
    return public.select_related("entry__issue__publication").defer("rows", "row_lines")


def _at_address(publication: str, year: int, month: int, pk: int) -> InIssueQuerySet[IndicatorTable]:
    first = month_or_404(year, month)
    return IndicatorTable.objects.filter(pk=pk, month=first, entry__issue__publication__code=publication)


def _indicator(publication: str, pk: int) -> Indicator:
    title = get_object_or_404(Publication, code=publication)
    return get_object_or_404(public_indicators(title).select_related("publication"), pk=pk)


def _tree(publication: Publication) -> list[tuple[Indicator, list[Indicator]]]:
    """The indicators at the top, each with its parts, in the order of the tables."""
    public = list(public_indicators(publication).select_related("publication"))
    held = {each.pk for each in public}
    tops = [each for each in public if each.parent_id not in held]
    return [(top, _below(top, public)) for top in tops]


def _below(top: Indicator, public: list[Indicator]) -> list[Indicator]:
    """The parts of an indicator, each followed by its own parts."""
    parts = [each for each in public if each.parent_id == top.pk]
    return [each for part in parts for each in [part, *_below(part, public)]]
