"""Middleware of this installation."""

from collections.abc import Callable

from auditlog.middleware import AuditlogMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
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


# What the browser may not give to any page here, nor to a page in a frame: W3C Permissions Policy.
_REFUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb"),
)


def ask_for_nothing(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Tell the browser that no answer needs the reader's place, camera, microphone or the like."""
    policy = ", ".join(f"{feature}=()" for feature in _REFUSED)

    def handle(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        answer.headers.setdefault("Permissions-Policy", policy)
        return answer

    return handle


class CompressedText(GZipMiddleware):
    """Pages and data go out compressed; what is compressed by itself (PDF, Word, pictures) goes as it is.

    Django hides the length of a page by random bytes, so that nobody learns its token from sizes (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming or not (kind.startswith("text/") or kind.endswith(("json", "xml", "csv"))):
            return response
        return super().process_response(request, response)


class AuditlogOfEditors(AuditlogMiddleware):
    """Notes who changes what. Readers are not asked who they are: that would open a session for each."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/"):
            return super().__call__(request)
        return self.get_response(request)


class LanguageOfAddress(LocaleMiddleware):
    """The language that the address begins with (/en/…), else Chinese.

    Not the browser's wish: an address shows everyone the same page, which caches may keep for all.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response
