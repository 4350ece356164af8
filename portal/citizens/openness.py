"""The column 政府信息公开: 政府信息公开条例, 国办公开办函〔2019〕61号."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.trail import to_home
from portal.citizens.markdown import to_html
from portal.models import ColumnPage, Part
from portal.rooms import rooms
from portal.shelf import publications


@dataclass(frozen=True)
class PartOfColumn:
    """A part that has pages; `key` is its anchor on the column's page."""

    key: str
    name: str
    pages: list[ColumnPage]

    @property
    def address(self) -> str:
        return f"{reverse('openness')}#{self.key}"


def parts() -> list[PartOfColumn]:
    """The parts with public pages, in the order of the rules; a part without any is not shown."""
    pages = list(ColumnPage.objects.published().defer("text", "public_text"))
    found = [
        PartOfColumn(part.value, str(part.label), [page for page in pages if page.part == part])
        for part in Part
    ]
    return [part for part in found if part.pages]


@require_safe
def openness(request: HttpRequest) -> HttpResponse:
    """The column with its parts. While no page is public, there is no column."""
    found = parts()
    if not found:
        raise Http404
    context = {
        "parts": found,
        "lists": _lists(),
        "reply_days": settings.OPENNESS_REPLY_DAYS,
        "extension_days": settings.OPENNESS_EXTENSION_DAYS,
        "trail": to_home(),
        "here": _("政府信息公开"),
    }
    return render(request, "citizens/openness.html", context)


@require_safe
def column_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of the column, as it was published."""
    page = get_object_or_404(ColumnPage.objects.published(), pk=pk)
    context = {
        "page": page,
        "text": to_html(page.public_text),
        "parts": parts(),
        "source": {"name": settings.SITE_SPONSOR or settings.SITE_NAME},
        "trail": [*to_home(), (_("政府信息公开"), reverse("openness"))],
        "here": page.public_title,
    }
    return render(request, "citizens/column_page.html", context)


def _lists() -> list[tuple[str, list[tuple[str, str]]]]:
    """What the gazettes themselves make public, by title: documents and the other lists."""
    held = rooms()
    return [
        (
            title.name,
            [
                (_("各期公报"), title.get_absolute_url()),
                (_("文件"), reverse("document_list", args=[title.code])),
                *held.get(title, []),
            ],
        )
        for title in publications()
    ]
