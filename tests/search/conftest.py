import pytest

from search.indexing import rebuild
from tests import rooms_world
from tests.world import World


@pytest.fixture
def rooms(world: World) -> rooms_world.Rooms:
    """Every kind of content, found by the search."""
    made = rooms_world.furnish(world)
    rebuild()
    return made
