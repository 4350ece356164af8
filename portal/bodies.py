"""The organs that public content names, and the page of each: its documents, its posts, and who held them."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from appointments.models import Appointment
from documents.models import Document
from gazette.answers import page_of
from gazette.by_pinyin import by_letter, jumps, letter_of, syllables
from gazette.models import Body
from gazette.trail import to_home

BODIES_ON_PAGE = 200
DOCUMENTS_ON_PAGE = 20
_BY_POST = (
    "post__name",
    F("notice__issued_on").desc(nulls_last=True),
    "-notice__entry__issue__year",
    "-notice__entry__issue__number_end",
    "notice__entry__position",
    "position",
)


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """All organs, by the letters of their names, with the number of their documents and posts."""
    lines = sorted(
        ((letter_of(syllables(each.name)), each) for each in _counted()),
        key=lambda line: (line[0], syllables(line[1].name)),
    )
    page = Paginator(lines, BODIES_ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "jumps": jumps(lines, BODIES_ON_PAGE),
        "letters": by_letter(page.object_list),
        "trail": to_home(),
        "here": pgettext("list", "机关"),
    }
    return render(request, "portal/bodies.html", context)


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
        "trail": [*to_home(), (pgettext("list", "机关"), reverse("bodies"))],
        "here": held.name,
    }
    return render(request, "portal/body.html", context)


def public_bodies() -> QuerySet[Body]:
    """The organs with a public document, or a post that a public notice names."""
    return Body.objects.filter(Q(Exists(_documents())) | Q(Exists(_appointments())))


def _counted() -> QuerySet[Body]:
    """The public organs with the number of their public documents and of the posts that public notices name."""
    return public_bodies().annotate(
        documents_held=_number(_documents(), "issuing_body", "pk"),
        posts_held=_number(_appointments(), "post__body", "post"),
    )


def _documents() -> QuerySet[Document]:
    return Document.objects.published().filter(issuing_body=OuterRef("pk"))


def _appointments() -> QuerySet[Appointment]:
    return Appointment.objects.published().filter(post__body=OuterRef("pk"))


def _number(found: QuerySet[Any], by: str, what: str) -> Coalesce:
    """How many different `what` are found for each row of the outer query."""
    counts = found.order_by().values(by).annotate(count=Count(what, distinct=True)).values("count")
    return Coalesce(Subquery(counts), 0)
