import pytest

from search import keeping
from search.indexing import rebuild
from tests import rooms_world
from tests.world import World


@pytest.fixture
def rooms(world: World) -> rooms_world.Rooms:
    """Every kind of content, found by the search."""
    made = rooms_world.furnish(world)
    rebuild()
    # A test's world is never committed; what was noted of it would bring all up to date, whatever the test does.
    keeping._noted.ids.clear()
    return made
