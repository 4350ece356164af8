"""What every page's template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's marks from the settings; what is not configured is empty and left out of the page."""
    return {
        "site": {
            "name": settings.SITE_NAME,
            "domain": settings.SITE_DOMAIN,
            "id_code": settings.SITE_ID_CODE,
            "icp": settings.SITE_ICP,
            "police_number": settings.SITE_POLICE_NUMBER,
            "sponsor": settings.SITE_SPONSOR,
            "contact": settings.SITE_CONTACT,
        }
    }
