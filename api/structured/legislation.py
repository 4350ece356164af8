"""A document as schema.org's Legislation, with what is stated of its force and nothing beyond it."""

from api.structured import things
from api.structured.page import LANGUAGE, Node, Page, node
from documents.models import Citation, CitationRelation, Document, Translation

_NOT_IN_FORCE = "https://schema.org/NotInForce"


def legislation(page: Page) -> Node | None:
    held, validity = page.get("document"), page.get("validity")
    if not isinstance(held, Document):
        return None
    repealed_by = getattr(validity, "repealed_by", None)
    made = node(
        "Legislation",
        **{"@id": page.address},
        url=page.address,
        name=held.title,
        legislationIdentifier=held.doc_number,
        legislationType=held.get_kind_display() if held.kind else None,
        legislationDate=things.day(held.issued_on),
        legislationPassedBy=_issuer(page, held),
        legislationJurisdiction=held.publication.place,
        # That nothing speaks against a document does not make it valid: only its end or its beginning is told.
        legislationLegalForce=_NOT_IN_FORCE if getattr(validity, "warns", False) else None,
        legislationRepeals=_repeals(page),
        about=held.topic.name if held.topic else None,
        inLanguage=LANGUAGE,
        isPartOf=things.issue(page, held.entry.issue) if held.entry else None,
        isAccessibleForFree=True,
    )
    if repealed_by:
        made["@reverse"] = {"legislationRepeals": named(page, repealed_by)}
    return made


def named(page: Page, held: Document) -> Node:
    """Another document, by name and address."""
    address = page.absolute(held.get_absolute_url())
    number = held.doc_number
    return node("Legislation", **{"@id": address}, url=address, name=held.title, legislationIdentifier=number)


def translation(page: Page) -> Node | None:
    """A document in another language, which the Chinese text stands behind."""
    held = page.get("translation")
    if not isinstance(held, Translation):
        return None
    return node(
        "Legislation",
        **{"@id": page.address},
        url=page.address,
        name=held.title,
        inLanguage=held.spoken.tag,
        translationOfWork=named(page, held.document),
        isAccessibleForFree=True,
    )


def _issuer(page: Page, held: Document) -> Node | None:
    if held.issuing_body:
        return things.body(page, held.issuing_body)
    return things.organ(held.issuer) if held.issuer else None


def _repeals(page: Page) -> list[Node]:
    """The documents that this one repeals, each with its page where it is held."""
    return [_cited(page, *each) for each in _citations(page) if each[0].relation == CitationRelation.REPEALS]


def _citations(page: Page) -> list[tuple[Citation, Document | None]]:
    return page.get("citations") or []


def _cited(page: Page, citation: Citation, held: Document | None) -> Node:
    if held:
        return named(page, held)
    return node("Legislation", name=citation.title, legislationIdentifier=citation.doc_number)
