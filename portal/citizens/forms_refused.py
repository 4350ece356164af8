"""What happens where a form comes without the token that it was given."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache

from portal.citizens.letters import DESKS, filled, show


@never_cache
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A citizen's form is shown again with all that she typed; any other is refused as Django does."""
    match = request.resolver_match
    desk = DESKS.get(match.url_name or "") if match else None
    if desk is None:
        return csrf_failure(request, reason)
    said = _("本页打开太久，或者浏览器没有接受 Cookie，所以还没有提交。您填写的内容都还在，请再提交一次。")
    return show(request, desk, filled(request, desk), 403, refused=said)
