"""The bookmarks as one tree over all sheets; a level that is left out makes no hole."""

import pikepdf
from pikepdf import Dictionary, Name, String

from printing.compositor.binding.levels import Levels
from printing.compositor.binding.links import Places


def add_outline(pdf: pikepdf.Pdf, places: Places) -> None:
    if not places.bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    levels, path = Levels(), [_Item(root)]
    for mark, destination in places.bookmarks:
        del path[levels.depth(mark.level) :]
        item = pdf.make_indirect(Dictionary(Title=String(mark.label), Dest=destination))
        path[-1].take(item)
        path.append(_Item(item, closed=mark.closed, above=path[-1]))
    pdf.Root.Outlines = root


class _Item:
    """An entry of the outline with what hangs under it; counts of open entries go up to the next closed one."""

    def __init__(self, made: pikepdf.Object, *, closed: bool = False, above: "_Item | None" = None) -> None:
        self._made, self._closed, self._above = made, closed, above
        self._count = 0

    def take(self, item: pikepdf.Object) -> None:
        item.Parent = self._made
        if self._count:
            item.Prev = self._made.Last
            self._made.Last.Next = item
        else:
            self._made.First = item
        self._made.Last = item
        self._grow()

    def _grow(self) -> None:
        self._count += 1
        self._made.Count = -self._count if self._closed else self._count
        if self._above and not self._closed:
            self._above._grow()
