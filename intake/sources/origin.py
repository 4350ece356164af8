"""Places in a text as places in the file, where the text has more lines than the file."""

from typing import Any

from intake.reading import numbers_of, ranges_of

_RANGES = {"lines", "unplaced"}


def at_origin(reading: Any, origin: tuple[int, ...]) -> Any:
    """A reading's JSON with the lines of the file. `origin` is SourceText's; empty: they are the same."""
    if not origin:
        return reading
    moved = _moved(reading, origin)
    moved["source"]["lines"] = origin[-1]
    return moved


def _moved(node: Any, origin: tuple[int, ...]) -> Any:
    if isinstance(node, dict):
        return {name: _place(name, value, origin) for name, value in node.items()}
    return [_moved(each, origin) for each in node] if isinstance(node, list) else node


def _place(name: str, value: Any, origin: tuple[int, ...]) -> Any:
    if name == "row_lines":
        return [origin[number - 1] for number in value]
    if name not in _RANGES or not isinstance(value, list) or not value:
        return _moved(value, origin)
    is_one = isinstance(value[0], int)
    ranges = ranges_of(origin[number - 1] for number in numbers_of([value] if is_one else value))
    return ranges[0] if is_one or (name == "lines" and len(ranges) == 1) else ranges
