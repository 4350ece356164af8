"""Reading again keeps what an editor set: her values go into the new reading, and nothing of hers is lost."""

import copy
import dataclasses
from typing import Any

from django.utils.translation import gettext as _

from intake.editing.claims import claimed
from intake.flows.likeness import KNOWN_BY, Moved, match, same_place
from intake.reading import Problem, Reading, numbers_of, ranges_of

# Items that may go again where an editor took them out; the others are named by index.
_FREE = ["appointments", "events", "register", "meetings"]


def keep_edits(
    old: Reading, new: Reading, base: Reading | None = None, moved: Moved = same_place
) -> tuple[Reading, list[Problem]]:
    """`new` with all that an editor set in `old`, and what she should look at (also among its problems).

    `base` is what the program had read before she began: it tells what she took out. An item of hers
    that the new reading lacks is kept. Lines that nothing claims any more are unplaced.
    """
    merge = _Merge(old, copy.deepcopy(new), base, moved)
    merge.masthead()
    for kind in KNOWN_BY:
        merge.values(kind)
    if base is not None:
        for kind in _FREE:
            merge.deletions(kind, base)
    return merge.finished(new)


class _Merge:
    def __init__(self, old: Reading, new: Reading, base: Reading | None, moved: Moved) -> None:
        self.old, self.new, self.moved = old, new, moved
        self.conflicts: list[Problem] = []
        self.pairs = {kind: match(kind, getattr(old, kind), getattr(new, kind), moved) for kind in KNOWN_BY}

    def masthead(self) -> None:
        old, new = self.old.issue, self.new.issue
        if old is None or not old.edited:
            return
        if new is None:
            self.new.issue = self._kept(old, old.publication)
        else:
            self._carry(old, new, old.publication)

    def values(self, kind: str) -> None:
        """Carry the set values of one kind over, and keep the items that have gone."""
        held = getattr(self.new, kind)
        for index, old in enumerate(getattr(self.old, kind)):
            place = self.pairs[kind].get(index)
            if not old.edited:
                continue
            if place is not None:
                self._carry(old, held[place], _name(old))
                continue
            kept = self._kept(old, _name(old))
            self._attach(kept)
            held.append(kept)
            self.pairs[kind][index] = len(held) - 1

    def deletions(self, kind: str, base: Reading) -> None:
        """Take out again what an editor took out."""
        before, after = getattr(base, kind), getattr(self.old, kind)
        left = match(kind, before, after)
        gone = [each for index, each in enumerate(before) if index not in left]
        # What is paired with something that she left in is not what she took out.
        taken = set(self.pairs[kind].values())
        again = match(kind, gone, getattr(self.new, kind), self.moved)
        out = {place for place in again.values() if place not in taken}
        setattr(self.new, kind, [each for at, each in enumerate(getattr(self.new, kind)) if at not in out])

    def finished(self, read: Reading) -> tuple[Reading, list[Problem]]:
        seen = {(each.code, each.message) for each in self.old.problems if getattr(each, "seen", False)}
        for problem in self.new.problems:
            if (problem.code, problem.message) in seen:
                problem.seen = True
        self.new.problems += self.conflicts
        left = (_placed_lines(read) | numbers_of(read.unplaced)) - _placed_lines(self.new)
        self.new.unplaced = ranges_of(left)
        return self.new, self.conflicts

    def _carry(self, old: Any, new: Any, name: str) -> None:
        for field in old.edited:
            before, now = getattr(old, field, None), getattr(new, field, None)
            if field == "contents_entry" and before is not None:
                before = self.pairs["contents"].get(before, now)
            if before == now or not hasattr(new, field):
                continue
            setattr(new, field, self._placed(before))
            if field == "body":
                self._take_place(old, new)
            if isinstance(before, str) and isinstance(now, str) and now:
                message = _("“%(name)s”：保留编辑填写的“%(kept)s”，这次读出的是“%(read)s”。")
                words = {"name": name[:60], "kept": before[:60], "read": now[:60]}
                self._tell("edit-differs", "note", message % words, new, now)
        new.edited = sorted({*new.edited, *old.edited})

    def _take_place(self, old: Any, new: Any) -> None:
        """A text that is kept whole keeps its lines, so that no line stands in two texts or in none."""
        lines = self.moved(old.lines)
        if lines:
            new.lines = lines
            self.new.items[new.item].lines = self.moved(self.old.items[old.item].lines) or lines

    def _kept(self, old: Any, name: str) -> Any:
        kept = self._placed(copy.deepcopy(old))
        message = _("这次没有读出“%(name)s”；编辑改过，所以保留。请核对原文是否还有。") % {"name": name[:60]}
        self._tell("edit-without-text", "warning", message, kept)
        return kept

    def _attach(self, kept: Any) -> None:
        """Have a kept part name the items and lines of the contents by their places in the new reading."""
        if hasattr(kept, "contents_entry") and kept.contents_entry is not None:
            kept.contents_entry = self.pairs["contents"].get(kept.contents_entry)
        if not hasattr(kept, "item"):
            return
        place = self.pairs["items"].get(kept.item)
        if place is None:
            item = self._placed(copy.deepcopy(self.old.items[kept.item]))
            self._attach(item)
            self.new.items.append(item)
            place = self.pairs["items"][kept.item] = len(self.new.items) - 1
        kept.item = place

    def _placed(self, value: Any) -> Any:
        """A value of the old reading with its lines, and those of its parts, in the new text."""
        if isinstance(value, list):
            return [self._placed(each) for each in value]
        if hasattr(value, "lines"):
            value = copy.copy(value)
            value.lines = self.moved(value.lines)
        return value

    def _tell(self, code: str, severity: str, message: str, about: Any, read: str | None = None) -> None:
        self.conflicts.append(Problem(code, severity, message, about.lines, suggestion=read))


def _placed_lines(reading: Reading) -> set[int]:
    """The lines that something holds; merely to lie within an item's extent is no place."""
    return claimed(dataclasses.replace(reading, items=[]))


def _name(part: Any) -> str:
    for field in ("title", "person", "text"):
        if getattr(part, field, ""):
            return str(getattr(part, field))
    return str(getattr(part, "doc_number", "") or "")
