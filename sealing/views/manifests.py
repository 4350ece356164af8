"""Manifests as programs read them: the bytes that their digests are of."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from gazette.at_address import issues_at, no_issue, to_first_number
from gazette.models import Publication
from sealing.composing import address_of
from sealing.models import Manifest
from sealing.offline.manifests import FORMAT, VERSION

JSON = "application/json"


@require_safe
def manifest(
    request: HttpRequest, publication: str, year: int, number: int, revision: int | None = None
) -> HttpResponse:
    """A manifest of a published issue: the newest one, or that of a revision."""
    at_address = issues_at(publication, year, number)
    issue = at_address.published().first()
    if issue is None:
        return no_issue(request, at_address)
    if issue.number != number:
        if revision is None:
            return to_first_number(issue, "manifest")
        return to_first_number(issue, "manifest_of_revision", revision)
    held = issue.manifests.order_by("-revision")
    found = held.first() if revision is None else held.filter(revision=revision).first()
    if found is None:
        raise Http404
    return _given(request, found.data, f'"{found.sha256}"')


@require_safe
def manifests(request: HttpRequest, publication: str) -> HttpResponse:
    """The chain of a publication: every manifest by its address and digest, those of withdrawn issues too."""
    held = get_object_or_404(Publication, code=publication)
    chain = Manifest.objects.once_published().filter(publication=held).order_by("position")
    chain = chain.select_related("issue__publication", "previous").defer("document", "previous__document")
    listed = [_listed(each) for each in chain]
    if not listed:
        raise Http404
    told = {
        "format": f"{FORMAT}-chain",
        "version": VERSION,
        "publication": {"code": held.code, "name": held.name},
        "manifests": listed,
    }
    return HttpResponse(json.dumps(told, ensure_ascii=False, indent=1), content_type=JSON)


def _listed(each: Manifest) -> dict[str, Any]:
    return {
        "position": each.position,
        "address": address_of(each.issue, each.revision),
        "sha256": each.sha256,
        "previous": each.previous.sha256 if each.previous else None,
        "withdrawn": not each.issue.is_published,
    }


def _given(request: HttpRequest, data: bytes, etag: str) -> HttpResponse:
    answer: HttpResponse | None = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = HttpResponse(data, content_type=JSON)
    answer["ETag"] = etag
    return answer
