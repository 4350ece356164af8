"""What a client says of its own address is not believed."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from config.middleware import trust_only_the_proxy


@pytest.mark.parametrize(("behind_proxy", "kept"), [(False, False), (True, True)])
def test_a_forwarded_address_counts_only_behind_a_proxy(behind_proxy: bool, kept: bool) -> None:
    seen: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    with override_settings(BEHIND_PROXY=behind_proxy):
        trust_only_the_proxy(view)(RequestFactory().get("/", HTTP_X_FORWARDED_FOR="nonsense"))
    assert ("HTTP_X_FORWARDED_FOR" in seen[0].META) is kept
