"""The site map in words (网站地图), from what is really there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from appointments.models import Official
from gazette.trail import to_home
from portal.bodies import public_bodies
from portal.citizens.openness import parts
from portal.models import Erratum
from portal.rooms import rooms
from portal.shelf import publications, years


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Every list of the portal, by publication; then what is of the portal as a whole."""
    held, shelved = rooms(), years()
    context = {
        "titles": [(title, shelved.get(title, []), held.get(title, [])) for title in publications()],
        "parts": parts(),
        "has_officials": Official.objects.published().exists(),
        "has_bodies": public_bodies().exists(),
        "has_errata": Erratum.objects.published().exists(),
        "trail": to_home(),
        "here": _("网站地图"),
    }
    return render(request, "citizens/site_map.html", context)
