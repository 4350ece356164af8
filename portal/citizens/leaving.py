"""The notice before a reader leaves the site; it leads only where this portal itself points."""

from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.trail import to_home
from portal.citizens.addresses import own_hosts

_SIGNER = Signer(salt="portal.citizens.leaving")


def leaving_address(address: str) -> str:
    """The address of the notice before `address`; an address of this portal stays as it is."""
    if not is_foreign(address):
        return address
    return f"{reverse('leaving')}?{urlencode({'to': _SIGNER.sign(address)})}"


def is_foreign(address: str) -> bool:
    """Whether an address is of the web and of another host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    # //host/… takes the scheme of the page that it stands on.
    leads_out = parts.scheme in {"http", "https"} or (not parts.scheme and parts.netloc)
    return bool(leads_out) and (parts.hostname or "") not in own_hosts()


@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """Where the link leads, in full, and the link itself. What this portal has not signed is not found."""
    try:
        address = _SIGNER.unsign(request.GET.get("to", ""))
    except BadSignature:
        raise Http404 from None
    context = {
        "address": address,
        "host": urlsplit(address).hostname,
        "trail": to_home(),
        "here": _("离开本网站"),
    }
    return render(request, "citizens/leaving.html", context)
