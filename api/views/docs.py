from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from api.explanation import groups_of, records_of
from api.pagination import Pages
from api.schema import description
from gazette.trail import to_home


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The description of the API as a page to read."""
    schema = description()
    context = {
        "groups": groups_of(schema),
        "records": records_of(schema),
        "page_size": Pages.page_size,
        "max_page_size": Pages.max_page_size,
        "trail": to_home(),
        "here": _("开放接口"),
    }
    return render(request, "api/docs.html", context)
