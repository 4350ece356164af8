"""The address at which a print can be verified, and its QR code."""

from typing import TypedDict

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString

from config.addresses import plain
from documents.qr import qr_code
from gazette.models import Issue

# The addresses are the readers' site's, also where a worker of the editors' site makes the print.
_PUBLIC = "config.urls.public"


class Mark(TypedDict):
    """`address` in full, for people and cameras; `svg` the same as a QR code, black on white, without styles."""

    address: str
    svg: SafeString


def verification(issue: Issue) -> Mark | None:
    """Where the print of an issue is verified; None while the site has no address of its own (SITE_DOMAIN)."""
    if not settings.SITE_DOMAIN:
        return None
    address = f"https://{settings.SITE_DOMAIN}{_path_of(issue)}"
    return {"address": address, "svg": qr_code(address)}


def _path_of(issue: Issue) -> str:
    """The path of the verification page of an issue, in Chinese and without modes."""
    with translation.override(settings.LANGUAGE_CODE):
        arguments = [issue.publication.code, issue.year, issue.number]
        return plain(reverse("verify_issue", urlconf=_PUBLIC, args=arguments))
