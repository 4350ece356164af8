"""Officials and organs."""

from api.structured import things
from api.structured.page import Node, Page, node
from appointments.models import Official
from gazette.models import Body


def official(page: Page) -> Node | None:
    """A person by name. No office: what is known is what was printed, not who holds which post today."""
    held = page.get("official")
    if not isinstance(held, Official):
        return None
    distinction = held.distinction
    return node(
        "Person",
        **{"@id": page.address},
        url=page.address,
        name=held.name,
        disambiguatingDescription=distinction,
    )


def body(page: Page) -> Node | None:
    held = page.get("body")
    return things.body(page, held) if isinstance(held, Body) else None
