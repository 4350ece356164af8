"""Middleware of this installation."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


def trust_only_the_proxy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Forget X-Forwarded-For where no proxy sets it: the audit trail would note what a client invents."""

    def handle(request: HttpRequest) -> HttpResponse:
        if not settings.BEHIND_PROXY:
            request.META.pop("HTTP_X_FORWARDED_FOR", None)
        return get_response(request)

    return handle


class LanguageOfAddress(LocaleMiddleware):
    """The language that the address begins with (/en/…), else Chinese.

    Not the browser's wish: an address shows everyone the same page, which caches may keep for all.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response
