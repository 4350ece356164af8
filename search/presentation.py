"""Results as their page shows them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from config.languages import KNOWN, SOURCE, Language
from gazette.models import Publication
from search.engine import Results
from search.models import Item, ItemKind
from search.passages import marked, passages
from search.queries import Wanted

# Whom the query names exactly stands before all else.
_NAMES = (ItemKind.OFFICIAL, ItemKind.BODY)


@dataclass(frozen=True)
class Line:
    """A thing that was found."""

    item: Item
    terms: Sequence[str]

    @property
    def title(self) -> SafeString:
        return marked(self.item.title, self.terms)

    @property
    def number(self) -> SafeString:
        return marked(self.item.number, self.terms)

    @property
    def passage(self) -> SafeString | str:
        return passages(self.item.text, self.terms) if self.item.text else ""

    @property
    def language(self) -> Language:
        """A translation's own; all else is printed in Chinese."""
        code = self.item.arguments[-1] if self.item.kind == ItemKind.TRANSLATION else ""
        return KNOWN.get(code, SOURCE)


@dataclass(frozen=True)
class Group:
    """What was found of one kind: the first of `count`."""

    kind: ItemKind
    count: int
    lines: list[Line]


@dataclass(frozen=True)
class Choice:
    """One value of a filter; `value` is None for all, `count` what a reader gets who chooses it."""

    label: str
    value: str | int | None
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter by its name in the address; worth showing where there is something to choose."""

    name: str
    label: str
    choices: list[Choice]


def groups(results: Results, looked: Wanted) -> list[Group]:
    """The hits by kind, in the order of the kinds, names that were asked for exactly first."""
    pks = [pk for hits in results.hits.values() for pk in hits]
    items = Item.objects.select_related("issue__publication", "publication").defer("folded").in_bulk(pks)
    made = [
        Group(kind, results.of_kind(kind), [Line(items[pk], looked.terms) for pk in results.hits[kind]])
        for kind in ItemKind
        if kind in results.hits
    ]
    return sorted(made, key=lambda group: not _is_named(group, looked.whole))


def _is_named(group: Group, name: str) -> bool:
    return group.kind in _NAMES and any(line.item.folded_title == name for line in group.lines)


def filters(results: Results, asked: Container[str]) -> list[Filter]:
    """Kind, publication and year, each with exact counts under the other two.

    One is left out that offers no choice, unless the reader `asked` for it and wants to be rid of it.
    """
    query = results.query
    publications = {group.publication for group in results.groups if group.publication}
    titles = Publication.objects.in_bulk(publications)
    years = sorted({group.year for group in results.groups if group.year}, reverse=True)
    made = [
        _filter(results, "kind", _("种类"), [(kind.value, kind.value, str(kind.label)) for kind in ItemKind]),
        _filter(
            results, "publication", _("公报"), [(pk, each.code, each.name) for pk, each in titles.items()]
        ),
        _filter(results, "year", _("年份"), [(year, year, _("%d年") % year) for year in years]),
    ]
    return [
        each for each in made if len(each.choices) > 2 or (each.name in asked and getattr(query, each.name))
    ]


def _filter(results: Results, name: str, label: str, values: list[tuple[Any, str | int, str]]) -> Filter:
    """`values`: what groups know it by, how the address says it, how the page says it."""
    counts, wanted = results.counts(name), getattr(results.query, name)
    everything = Choice(_("全部"), None, sum(counts.values()), wanted is None)
    choices = [
        Choice(shown, said, counts.get(value, 0), value == wanted)
        for value, said, shown in values
        if counts.get(value) or value == wanted
    ]
    return Filter(name, label, [everything, *choices])


def pages(results: Results) -> Page[int]:
    """Where the reader stands among the hits of one kind, for parts/pages.html."""
    return Paginator(range(results.total), results.query.size).get_page(results.query.page)
