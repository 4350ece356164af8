"""The feeds that a page belongs to."""

from api.feeds import channels
from api.feeds.channels import Channel
from api.structured.page import Page
from appointments.models import Official
from documents.models import Document
from gazette.models import Body, Publication


def feeds(page: Page) -> list[Channel]:
    """The most particular first; the site's last. None on pages that say that there is nothing here."""
    if not page.name:
        return []
    return [*_of_subject(page), *_of_publication(page), channels.of_site()]


def _of_subject(page: Page) -> list[Channel]:
    match page.get("official") or page.get("document") or page.get("body"):
        case Official() as official:
            return [channels.of_official(official)]
        case Document(issuing_body=Body() as body):
            return [channels.of_body(body)]
        case Body() as body:
            return [channels.of_body(body)]
    return []


def _of_publication(page: Page) -> list[Channel]:
    held = page.get("publication")
    return [channels.of_publication(held)] if isinstance(held, Publication) else []
