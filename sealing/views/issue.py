"""What was published of an issue, by its manifests: where the QR code on the page leads."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Entry
from gazette.trail import to_home
from sealing.finding import label
from sealing.models import Manifest, SealedFile


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
    titles = dict(Entry.objects.filter(issue=issue).values_list("pk", "title"))
    context = {
        "issue": issue,
        "publication": issue.publication,
        "revisions": [_revision(manifest, titles, place == 0) for place, manifest in enumerate(held)],
        "first_file": held[0].files.first() if held else None,
        "chain": reverse("manifests", args=[publication]),
        "trail": [*to_home(), (_("核验文件"), reverse("verify"))],
        "here": str(issue),
        "domain": settings.SITE_DOMAIN,
    }
    return render(request, "sealing/issue.html", context)


def _revision(manifest: Manifest, titles: dict[int, str], is_newest: bool) -> dict[str, object]:
    return {
        "manifest": manifest,
        "told": manifest.told,
        "is_newest": is_newest,
        "files": [(_title(file, titles), file) for file in manifest.files.all()],
    }


def _title(file: SealedFile, titles: dict[int, str]) -> str:
    stem = file.name.removeprefix("entries/").partition(".")[0]
    return titles.get(int(stem), "") if stem.isdecimal() else label(file.name)
