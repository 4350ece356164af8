"""Which layout a single entry is printed in: as its publication has chosen."""

import pytest
from django.core.exceptions import ValidationError

from gazette.models import Entry, SectionKind
from printing.forms.choice import manuscript_for
from printing.forms.official import official_manuscript
from printing.manuscript import STYLE_DIR
from printing.render import entry_manuscript, manuscript
from tests import rooms_world
from tests.world import World


def entry_of(world: World) -> Entry:
    assert world.first.entry
    return world.first.entry


def test_the_gazette_s_own_layout_is_the_rule(world: World) -> None:
    assert manuscript_for(entry_of(world)) is None
    made = entry_manuscript(entry_of(world))
    assert made
    assert made.styles == ("faces.css", "issue.css", "a4.css")


def test_a_publication_chooses_its_paper(world: World) -> None:
    """The whole issue and each entry in the gazette's layout are on it."""
    world.gazette.paper = "k16"
    world.gazette.save()
    world.issue.refresh_from_db()
    made = entry_manuscript(Entry.objects.get(pk=entry_of(world).pk))
    assert made
    assert made.styles == manuscript(world.issue).styles == ("faces.css", "issue.css", "k16.css")
    assert all((STYLE_DIR / name).exists() for name in made.styles)


def test_documents_are_official_where_the_publication_has_chosen_so(world: World) -> None:
    world.gazette.document_form = "official"
    world.gazette.save()
    made = entry_manuscript(Entry.objects.get(pk=entry_of(world).pk))
    assert made == official_manuscript(world.first)
    assert made
    assert "official.css" in made.styles


def test_notices_are_chosen_for_by_themselves(world: World) -> None:
    """Documents stay as they are."""
    notice = rooms_world.notice(world.issue)
    world.gazette.notice_form = "official"
    world.gazette.save()
    made = manuscript_for(Entry.objects.get(pk=notice.entry.pk))
    assert made
    assert notice.title in made.html
    assert manuscript_for(Entry.objects.get(pk=entry_of(world).pk)) is None


def test_other_entries_have_the_gazette_s_layout(world: World) -> None:
    line = rooms_world.entry(world.issue, SectionKind.OTHER, "补白")
    world.gazette.document_form = world.gazette.notice_form = "official"
    world.gazette.save()
    assert manuscript_for(Entry.objects.get(pk=line.pk)) is None


@pytest.mark.parametrize("field", ["paper", "document_form", "notice_form"])
def test_a_layout_that_nobody_knows_is_refused(world: World, field: str) -> None:
    setattr(world.gazette, field, "a0")
    with pytest.raises(ValidationError):
        world.gazette.full_clean()
