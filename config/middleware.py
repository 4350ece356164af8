"""Middleware of this installation."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def trust_only_the_proxy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Forget X-Forwarded-For where no proxy sets it: the audit trail would note what a client invents."""

    def handle(request: HttpRequest) -> HttpResponse:
        if not settings.BEHIND_PROXY:
            request.META.pop("HTTP_X_FORWARDED_FOR", None)
        return get_response(request)

    return handle
