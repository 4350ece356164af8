"""Keeping the index what the records make it: a whole issue, a document or a name at a time.

Only what changed is written, so doing it again costs little and changes nothing. What is not public has no items;
what is taken back is hidden by the search itself at once (`Item.objects.published`).
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from appointments.models import Official
from documents.models import Document, Translation
from gazette.models import Body, Issue
from gazette.models.issue import Publishable, public_on
from portal.models import ColumnPage, Erratum
from search.models import Item, ItemKind
from search.rows import columns, documents, issues, people, rooms
from search.writing import batches, one_at_a_time, refill, replace


@transaction.atomic
def refresh_issue(pk: int) -> None:
    """The items of an issue and of all that it holds; none where it is not public or no more."""
    one_at_a_time()
    issue = Issue.objects.published().select_related("publication").filter(pk=pk).first()
    made = list(_of_issue(issue)) if issue else []
    held = [item.object_id for item in made if item.kind == ItemKind.DOCUMENT]
    printed = Q(kind=ItemKind.DOCUMENT, object_id__in=held)
    gone = replace(Item.objects.filter(Q(issue=pk) | printed), made)
    # A document may stand on by itself.
    refresh_documents(object_id for kind, object_id in gone if kind == ItemKind.DOCUMENT)
    refresh(ItemKind.ERRATUM, _pks(Erratum.objects.filter(issue=pk)))


@transaction.atomic
def refresh_covers(found: QuerySet[Issue]) -> None:
    """The items of issues alone, without what they hold: for a new name of a publication or section."""
    one_at_a_time()
    public = Issue.objects.published().filter(pk__in=found.order_by().values("pk"))
    made = [issues.issue_itself(issue) for issue in public.select_related("publication")]
    replace(Item.objects.filter(kind=ItemKind.ISSUE, object_id__in=[item.object_id for item in made]), made)


@transaction.atomic
def refresh(kind: ItemKind, pks: Iterable[int]) -> None:
    """The items of records that no issue makes public, or not alone."""
    one_at_a_time()
    wanted = list(pks)
    records, made = _ALONE[kind]
    items = made(records().filter(pk__in=wanted)) if wanted else []
    replace(Item.objects.filter(kind=kind, object_id__in=wanted), items)


@transaction.atomic
def refresh_documents(pks: Iterable[int]) -> None:
    """The items of documents, and of what has its address from them."""
    wanted = list(pks)
    refresh(ItemKind.DOCUMENT, wanted)
    refresh(ItemKind.TRANSLATION, _pks(Translation.objects.filter(document__in=wanted)))
    of_documents = Q(document__in=wanted) | Q(entry__document__in=wanted)
    refresh(ItemKind.ERRATUM, _pks(Erratum.objects.filter(of_documents)))


def _itself(model: type[Publishable]) -> Callable[[], QuerySet[Any]]:
    """Those published by themselves; the search hides them where their document is not."""
    return lambda: model._default_manager.filter(public_on(None))


# Which records are entered, and how. Names are entered before anything public names them, and hidden until then.
_ALONE: dict[ItemKind, tuple[Callable[[], QuerySet[Any]], Callable[[QuerySet[Any]], Iterator[Item]]]] = {
    ItemKind.DOCUMENT: (Document.objects.published, documents.documents),
    ItemKind.TRANSLATION: (_itself(Translation), documents.translations),
    ItemKind.ERRATUM: (_itself(Erratum), columns.errata),
    ItemKind.PAGE: (_itself(ColumnPage), columns.pages),
    ItemKind.OFFICIAL: (Official.objects.all, people.officials),
    ItemKind.BODY: (Body.objects.all, people.bodies),
}


def rebuild() -> int:
    """Make the whole index anew, an issue at a time; answers how many items there are.

    Searches go on meanwhile. At the end the databases' own index is filled again, without what was left over.
    """
    held = set(Item.objects.exclude(issue=None).values_list("issue", flat=True))
    for pk in sorted(held | set(Issue.objects.values_list("pk", flat=True))):
        refresh_issue(pk)
    for kind, (records, _made) in _ALONE.items():
        stale = Item.objects.filter(kind=kind, issue=None).values_list("object_id", flat=True)
        for some in batches(sorted({*stale, *_pks(records())})):
            refresh(kind, some)
    refill()
    return Item.objects.count()


def _of_issue(issue: Issue) -> Iterator[Item]:
    printed = Document.objects.filter(entry__issue=issue)
    return chain(
        [issues.issue_itself(issue)],
        issues.entries(issue),
        documents.documents(printed),
        documents.register(issue),
        people.notices(issue),
        rooms.events(issue),
        rooms.meetings(issue),
        rooms.tables(issue),
    )


def _pks(records: QuerySet[Any]) -> list[int]:
    return list(records.order_by().values_list("pk", flat=True))
