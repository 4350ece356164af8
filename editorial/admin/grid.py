"""A table of figures as a grid of inputs, made by the server: no script is needed to add or move a row."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from editorial.grid import HEAD, Faults, Grid, Line, Rows


class GridWidget(forms.Widget):
    """The inputs, with some empty lines behind those that are filled; `faults` stand beside their cells."""

    spare_lines = 5

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.faults: Faults = {}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        grid = value if isinstance(value, Grid) else self._with_spare_lines(Grid.of(value or []))
        lines = [
            {"number": number, "line": line, "cells": self._cells(grid, number, line.cells)}
            for number, line in enumerate(grid.lines)
        ]
        head = self._cells(grid, HEAD, grid.head)
        return render_to_string(
            "admin/editorial/grid.html", {"name": name, "head": head, "lines": lines, "grid": grid}
        )

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Grid:
        width, count = _number(data.get(f"{name}-width")) or 0, _number(data.get(f"{name}-count")) or 0
        width, count = min(width, 40), min(count, 1000)

        def cells(key: str) -> list[str]:
            return [(data.get(f"{name}-{key}-{column}") or "").strip() for column in range(width)]

        lines = [
            Line(
                cells(str(number)),
                _number(data.get(f"{name}-{number}-origin")),
                _number(data.get(f"{name}-{number}-place")),
                number,
            )
            for number in range(count)
        ]
        return Grid(cells("head"), lines)

    def id_for_label(self, id_: str) -> str:
        return ""

    def _with_spare_lines(self, grid: Grid) -> Grid:
        spare = [Line([""] * len(grid.head)) for _ in range(self.spare_lines)]
        return Grid(grid.head, [*grid.lines, *spare])

    def _cells(self, grid: Grid, number: int, cells: list[str]) -> list[dict[str, Any]]:
        return [
            {"column": grid.head[column], "value": value, "fault": self.faults.get((number, column), "")}
            for column, value in enumerate(cells)
        ]


class GridField(forms.Field):
    """A form field for a table's rows; gives a Grid."""

    widget = GridWidget

    def has_changed(self, initial: Rows | None, data: Any) -> bool:
        before = Grid.of(initial or [])
        return bool(data.settled(initial or []).rows() != before.rows())


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None
