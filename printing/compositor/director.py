"""From an order to a PDF: text in sheets, their margins, the front, the faces, all bound together."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from printing.compositor.binding.bind import Bound, bind
from printing.compositor.chunks import chunks, weight
from printing.compositor.crew import Alone, Crew, Forked, Heard, Task
from printing.compositor.leaves import folios, front_leaves, headings, text_leaves
from printing.compositor.markup import BACK, front_page, text_page
from printing.compositor.order import Order
from printing.compositor.setter import Setter
from printing.compositor.sheets import Heading, Leaf, Program, Sheet, Used
from printing.manuscript import Printed
from printing.setting import install

# What is told of the work: a share of it in per cent, the stage, the pages that are set.
Progress = Callable[[int, str, int], None]
_TEXT, _MARGINS, _BINDING = 75, 85, 92


class ComplaintsError(Exception):
    """What would make the PDF wrong."""


def compose_here(order: Order, progress: Progress | None = None) -> Printed:
    """Set an order. Raises ComplaintsError, FaultError."""
    # Before any process is forked, so that all of them set alike.
    install()
    with _without_looking_back():
        crew: Crew = (
            Alone(Setter(order)) if order.processes < 2 else Forked(order.processes, lambda: Setter(order))
        )
        return _Work(order, crew, progress or (lambda share, stage, pages: None)).done()


@contextmanager
def _without_looking_back() -> Iterator[None]:
    """What is there now stays: the collector of cycles need not go through it after every sheet.

    Nor need the memory that forked processes share be copied for it.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _Work:
    def __init__(self, order: Order, crew: Crew, progress: Progress) -> None:
        self._order, self._crew, self._progress = order, crew, progress
        self._text = order.manuscript
        self._pages = 0
        # Which processes have each face before them.
        self._holders: dict[str, set[int]] = {}

    def done(self) -> Printed:
        text = self._set_text()
        parts = self._margined(text)
        self._progress(_MARGINS, "faces", self._pages)
        faces = _union([*(part.sheet.faces for part in parts), *(part.heads.faces for part in parts)])
        programs = self._programs(faces)
        self._complain(self._crew.end())
        self._progress(_BINDING, "binding", self._pages)
        pdf, missing = bind(self._order, parts, faces, programs)
        self._complain([f"no anchor #{name}" for name in missing])
        after = [leaf for part in parts if part.is_text for leaf in part.leaves]
        found = {name: number for name, number in folios(after, text).items() if name != BACK}
        return Printed(pdf, sum(len(part.leaves) for part in parts), found)

    def _margined(self, text: list[Sheet]) -> list[Bound]:
        """All leaves in their order, with their margins; the front, which names folios, among them."""
        self._progress(_TEXT, "margins", self._pages)
        flowing = text_leaves(text)
        # Blank pages wait for the front; they are in the last sheet, so that the others need not.
        settled = _groups(flowing, text)[:-1]
        fronts = (
            [Task("text", (front_page(self._text, folios(flowing, text)), True))] if self._text.front else []
        )
        done = self._do([*fronts, *(_heads(group, text, len(flowing)) for group in settled)])
        front, early = done[: len(fronts)], done[len(fronts) :]
        before = front_leaves(front[0], text_follows=bool(text)) if front else []
        after = _groups(text_leaves(text, len(before), self._text.multiple), text)
        fore = _groups(before, front)
        late = self._do(
            [
                *(_heads(group, front, len(before)) for group in fore),
                *(_heads(group, text, len(flowing)) for group in after[len(settled) :]),
            ]
        )
        heads = [*late[: len(fore)], *early, *late[len(fore) :]]
        sheets = [*front, *text]
        return [
            Bound(sheet, [leaf for leaf, _heading in group], found, is_text=number >= len(fore))
            for number, (sheet, group, found) in enumerate(zip(sheets, [*fore, *after], heads, strict=True))
        ]

    def _set_text(self) -> list[Sheet]:
        parts = chunks(self._text.text) or ([[]] if self._text.back else [])
        closes = len(parts) - 1
        tasks = [
            Task(
                "text",
                (text_page(self._text, part, closes=number == closes), number == 0),
                sum(map(weight, part)) + 1,
            )
            for number, part in enumerate(parts)
        ]
        whole, finished = sum(task.heavy for task in tasks), 0

        def heard(number: int, told: object) -> None:
            nonlocal finished
            if told:
                self._pages += 1
            else:
                finished += tasks[number].heavy
            self._progress(finished * _TEXT // whole, "text", self._pages)

        return self._do(tasks, heard)

    def _programs(self, faces: Mapping[str, Used]) -> dict[str, Program]:
        """Each face cut once, to what all sheets use of it, by one of those who have it."""
        given = dict.fromkeys(range(self._order.processes), 0)
        tasks = []
        for name, used in sorted(faces.items(), key=lambda item: -len(item[1].letters)):
            at = min(self._holders[name], key=lambda holder: (given[holder], holder))
            given[at] += len(used.letters)
            tasks.append(Task("program", (name, sorted(used.letters)), at=at))
        cut: list[Program] = self._do(tasks)
        return {task.arguments[0]: program for task, program in zip(tasks, cut, strict=True)}

    def _do(self, tasks: list[Task], heard: Heard = lambda number, told: None) -> list[Any]:
        done = self._crew.do(tasks, heard)
        for each in done:
            for name in getattr(each.result, "faces", ()):
                self._holders.setdefault(name, set()).add(each.at)
        return [each.result for each in done]

    def _complain(self, complaints: list[str]) -> None:
        if complaints:
            raise ComplaintsError(*dict.fromkeys(complaints))


# Leaves of one sheet, each with what its margins depend on.
Group = list[tuple[Leaf, Heading]]


def _groups(leaves: Sequence[Leaf], sheets: Sequence[Sheet]) -> list[Group]:
    pairs = zip(leaves, headings(leaves, sheets), strict=True)
    return [list(group) for _sheet, group in groupby(pairs, lambda pair: pair[0].sheet)]


def _heads(group: Group, sheets: Sequence[Sheet], total: int) -> Task:
    """The margins of a sheet's leaves, of `total` that are not blank."""
    sheet = sheets[group[0][0].sheet]
    return Task("heads", ([heading for _leaf, heading in group], total, sheet.counts))


def _union(several: Sequence[Mapping[str, Used]]) -> dict[str, Used]:
    """What is used of each face; where sheets differ in what a glyph stands for, the first one is right."""
    made: dict[str, Used] = {}
    for faces in several:
        for name, used in faces.items():
            whole = made.setdefault(name, Used())
            whole.letters = used.letters | whole.letters
            whole.widths = used.widths | whole.widths
    return made
