import pytest

from tests import rooms_world
from tests.world import World


@pytest.fixture
def rooms(world: World) -> rooms_world.Rooms:
    return rooms_world.furnish(world)
