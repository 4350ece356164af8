"""What every page's template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from config.addresses import origin
from config.languages import KNOWN
from portal.head import head

# Settings named SITE_…, as docs/configuration.md lists them.
MARKS = (
    "name",
    "domain",
    "id_code",
    "icp",
    "icp_url",
    "police_number",
    "police_url",
    "party_mark_url",
    "faults_url",
    "sponsor",
    "organizer",
    "contact",
)


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's marks from the settings; what is not configured is empty and left out of the page.

    What the head leads to is looked up only by a page that shows them.
    """
    return {
        "site": {
            **{mark: getattr(settings, f"SITE_{mark.upper()}") for mark in MARKS},
            "head": SimpleLazyObject(head),
            # The plain page's address, whatever modes this one is shown in.
            "canonical": origin(request) + escape_uri_path(request.path_info),
            "language": KNOWN[get_language() or settings.LANGUAGE_CODE],
        }
    }
