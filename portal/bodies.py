"""The page of an organ: its documents, its posts, and who was appointed to and removed from them."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from appointments.models import Appointment
from documents.models import Document
from gazette.answers import page_of
from gazette.models import Body
from gazette.trail import to_home

DOCUMENTS_ON_PAGE = 20
_BY_POST = (
    "post__name",
    "-notice__entry__issue__year",
    "-notice__entry__issue__number_end",
    "notice__entry__position",
    "position",
)


@require_safe
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """An organ that public content names."""
    held = get_object_or_404(public_bodies(), pk=pk)
    appointments = Appointment.objects.published().filter(post__body=held)
    documents = Document.objects.published().filter(issuing_body=held)
    related = ("official", "post", "notice__entry__issue__publication")
    context = {
        "body": held,
        "appointments": appointments.select_related(*related).order_by(*_BY_POST),
        "page": page_of(
            request, documents.select_related("publication", "entry__issue__publication"), DOCUMENTS_ON_PAGE
        ),
        "trail": to_home(),
        "here": held.name,
    }
    return render(request, "portal/body.html", context)


def public_bodies() -> QuerySet[Body]:
    """The organs with a public document, or a post that a public notice names."""
    documents = Document.objects.published().filter(issuing_body=OuterRef("pk"))
    appointments = Appointment.objects.published().filter(post__body=OuterRef("pk"))
    return Body.objects.filter(Q(Exists(documents)) | Q(Exists(appointments)))
