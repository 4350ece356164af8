"""A document in another language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.finding import elsewhere
from documents.models import Document, Translation
from gazette.answers import gone, withdrawn
from gazette.trail import to_issue, to_publication


@require_safe
def translation(request: HttpRequest, publication: str, slug: str, language: str) -> HttpResponse:
    """The translation, beside the way to the Chinese text that alone is the standard text."""
    at_address = Translation.objects.filter(
        document__publication__code=publication, document__slug=slug, language=language
    )
    related = ("document__publication", "document__entry__issue__publication")
    held = at_address.published().select_related(*related).first()
    if held is None and at_address.filter(withdrawn()).exists():
        return gone(request)
    if held is None:
        return elsewhere(request, publication, slug, "translation", language)
    context = {
        "publication": held.document.publication,
        "document": held.document,
        "translation": held,
        "trail": _trail(held.document),
        "here": held.spoken.label,
    }
    return render(request, "documents/translation.html", context)


def _trail(document: Document) -> list[tuple[str, str]]:
    """Down to the document, by its issue or by the list of documents."""
    if document.entry:
        former = to_issue(document.entry.issue)
    else:
        listed = reverse("document_list", args=[document.publication.code])
        former = [*to_publication(document.publication), (_("文件"), listed)]
    return [*former, (_("正文"), document.get_absolute_url())]
