"""What is wrong with a text that was brought in, said to the person who brought it."""


class SourceError(ValueError):
    """A source that cannot be taken in. `str()` is a Chinese sentence for the editor.

    `line` is the place of the fault (1-based), where it has one.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
