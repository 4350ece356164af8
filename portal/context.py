"""What every page's template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from config.languages import KNOWN
from portal.shelf import publications


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's marks from the settings; what is not configured is empty and left out of the page.

    The publications of the head are looked up only by a page that shows them.
    """
    return {
        "site": {
            "name": settings.SITE_NAME,
            "domain": settings.SITE_DOMAIN,
            "id_code": settings.SITE_ID_CODE,
            "icp": settings.SITE_ICP,
            "police_number": settings.SITE_POLICE_NUMBER,
            "sponsor": settings.SITE_SPONSOR,
            "contact": settings.SITE_CONTACT,
            "publications": SimpleLazyObject(lambda: list(publications())),
            # The plain page's address, whatever modes this one is shown in.
            "canonical": request.build_absolute_uri(request.path_info),
            "language": KNOWN[get_language() or settings.LANGUAGE_CODE],
        }
    }
