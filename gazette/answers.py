"""Answers that pages of several apps give."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def withdrawn(prefix: str = "") -> Q:
    """The condition under which something was public once and has been taken back."""
    return Q((f"{prefix}published_at__isnull", False), (f"{prefix}withdrawn_at__lte", timezone.now()))


def gone(request: HttpRequest) -> HttpResponse:
    """410: what stood at this address has been taken back, and no other address replaces it."""
    return render(request, "410.html", status=410)
