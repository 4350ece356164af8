"""Public documents found by their numbers, many at once."""

from collections.abc import Iterable

from documents.models import Document

# SQLite takes no more values in one query.
_MOST = 30_000


def held_by_number(numbers: Iterable[str], nearest: int) -> dict[str, Document]:
    """The public documents of these numbers.

    Two gazettes may print one document: the reader stays in the publication at hand, `nearest`.
    """
    wanted = list(dict.fromkeys(number for number in numbers if number))[:_MOST]
    found = Document.objects.published().filter(doc_number__in=wanted).select_related("publication")
    ordered = sorted(found, key=lambda document: (document.publication_id == nearest, -document.pk))
    return {document.doc_number: document for document in ordered}
