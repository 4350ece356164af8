"""Which parts are set together."""

from hypothesis import given
from hypothesis import strategies as some

from printing.compositor.chunks import ENOUGH, chunks, weight

parts = some.lists(some.integers(0, 2 * ENOUGH).map(lambda count: "<p>" + "字" * count + "</p>"), max_size=12)


@given(parts)
def test_every_part_is_set_once_in_its_order(text: list[str]) -> None:
    assert [part for chunk in chunks(text) for part in chunk] == text


@given(parts)
def test_neighbours_go_together_until_there_is_enough(text: list[str]) -> None:
    """No chunk could be cut and leave enough; none but the last has too little."""
    made = chunks(text)
    assert all(sum(map(weight, chunk[:-1])) < ENOUGH for chunk in made)
    assert all(sum(map(weight, chunk)) >= ENOUGH for chunk in made[:-1])


def test_markup_weighs_nothing_and_cells_weigh_more_than_their_text() -> None:
    assert weight('<p class="item">供暖</p>') == 2
    assert weight("<table><tr><td>一<td>二</table>") > 20
