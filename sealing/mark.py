"""The address at which a print can be verified, and its QR code."""

from typing import TypedDict

from django.utils.safestring import SafeString

from config.addresses import readers_path, site
from documents.qr import qr_code
from gazette.models import Issue


class Mark(TypedDict):
    """`address` in full, for people and cameras; `svg` the same as a QR code, black on white, without styles."""

    address: str
    svg: SafeString


def verification(issue: Issue) -> Mark | None:
    """Where the print of an issue is verified; None while the site has no address of its own (SITE_DOMAIN)."""
    if not site():
        return None
    address = site() + readers_path("verify_issue", issue.publication.code, issue.year, issue.number)
    return {"address": address, "svg": qr_code(address)}
