"""The pictures of a document."""

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from documents.figures import path_of
from documents.finding import document_at, elsewhere
from documents.models import Figure, FigureFormat

TYPES = {FigureFormat.PNG: "image/png", FigureFormat.JPEG: "image/jpeg"}
# The bytes behind an address never change; but what is taken back should not be read in caches for long.
CACHING = "public, max-age=86400, immutable"


@require_safe
def figure(request: HttpRequest, publication: str, slug: str, digest: str, ending: str) -> HttpResponseBase:
    """A picture that a public document shows, by the SHA-256 of its bytes and the ending of its format."""
    held = document_at(publication, slug)
    if held is None:
        return elsewhere(request, publication, slug, "document_figure", digest, ending)
    answer = picture(held.figures.filter(blocks__isnull=False), digest, ending)
    answer["Cache-Control"] = CACHING
    return answer


def picture(figures: QuerySet[Figure], digest: str, ending: str) -> HttpResponseBase:
    """The file of one of these pictures; Http404 where there is none."""
    shown = figures.filter(sha256=digest, format=ending).first()
    if shown is None:
        raise Http404
    try:
        file = path_of(shown.file_name).open("rb")
    except FileNotFoundError as error:
        # The page goes on without it: readers get the words.
        raise Http404 from error
    return FileResponse(file, content_type=TYPES[FigureFormat(shown.format)])
