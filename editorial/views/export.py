"""An issue as a file that is worked on outside the portal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from editorial.views.pages import require
from exporting.word import MEDIA_TYPE, word_file
from gazette.models import Issue


@require_safe
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The issue as it stands now, published or not, as a Word file to keep."""
    require(request, "gazette.view_issue")
    issue = get_object_or_404(Issue.objects.select_related("publication"), pk=pk)
    disposition = content_disposition_header(as_attachment=True, filename=f"{issue}.docx") or "attachment"
    return HttpResponse(
        word_file(issue), content_type=MEDIA_TYPE, headers={"Content-Disposition": disposition}
    )
