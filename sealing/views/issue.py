"""What was published of an issue, by its manifests: where the QR code on the page leads."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Entry
from gazette.trail import to_home
from sealing.finding import WHOLE, entry_number, label, titled
from sealing.models import Manifest


@require_safe
def verify_issue(request: HttpRequest, publication: str, year: int, number: int) -> HttpResponse:
    """The digests of all that was published of an issue, newest revision first."""
    at_address = issues_at(publication, year, number)
    issue = at_address.published().first()
    if issue is None:
        return no_issue(request, at_address)
    if issue.number != number:
        return to_first_number(issue, "verify_issue")
    held = list(issue.manifests.order_by("-revision").select_related("previous").prefetch_related("files"))
    entries = list(Entry.objects.filter(issue=issue).order_by("position", "pk").values_list("pk", "title"))
    context = {
        "issue": issue,
        "publication": issue.publication,
        "revisions": [_revision(manifest, entries, place == 0) for place, manifest in enumerate(held)],
        "chain": reverse("manifests", args=[publication]),
        "trail": [*to_home(), (_("核验文件"), reverse("verify"))],
        "here": str(issue),
    }
    return render(request, "sealing/issue.html", context)


def _revision(manifest: Manifest, entries: list[tuple[int, str]], is_newest: bool) -> dict[str, Any]:
    """A manifest with its files: the whole issue's first, then those of its entries in their order."""
    titles = dict(entries)
    order = [*WHOLE, *titles]
    # Of the forms of an entry, the PDF first.
    held = sorted(manifest.files.all(), key=lambda file: file.name, reverse=True)
    keyed = [(entry_number(file.name) or file.name, file) for file in held]
    # What neither is comes last: the line of the contents has been taken out since.
    keyed.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    files = [(_title(file.name, titles), file) for _key, file in keyed]
    return {"manifest": manifest, "is_newest": is_newest, "files": files}


def _title(name: str, titles: dict[int, str]) -> str:
    title = titles.get(entry_number(name))
    return titled(name, title) if title else label(name)
