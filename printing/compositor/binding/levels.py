"""Levels of headings without holes: after one of level 1, the next lower one is of level 2, whatever it is called."""


class Levels:
    def __init__(self) -> None:
        self._open: list[int] = []

    def depth(self, level: int) -> int:
        """How deep a heading stands, from 1 on, after those that came before it."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)
