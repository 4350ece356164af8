"""Answers that pages of several apps give."""

import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def withdrawn(prefix: str = "") -> Q:
    """The condition under which something was public once and has been taken back."""
    return Q((f"{prefix}published_at__isnull", False), (f"{prefix}withdrawn_at__lte", timezone.now()))


def gone(request: HttpRequest) -> HttpResponse:
    """410: what stood at this address has been taken back, and no other address replaces it."""
    return render(request, "410.html", {"taken_back": True}, status=410)


def not_here(request: HttpRequest, stood_here: QuerySet[Any], issue: str = "entry__issue__") -> HttpResponse:
    """410 where a withdrawn issue held what stood at this address, else 404."""
    if stood_here.filter(withdrawn(issue)).exists():
        return gone(request)
    raise Http404


def page_of(request: HttpRequest, found: QuerySet[Any], size: int) -> Page[Any]:
    """The page of a list that `?page=` asks for; the nearest one where there is no such page."""
    return Paginator(found, size).get_page(request.GET.get("page"))


def month_or_404(year: int, month: int) -> datetime.date:
    """The first day of the month that an address names."""
    try:
        return datetime.date(year, month, 1)
    except (ValueError, OverflowError):
        raise Http404 from None
