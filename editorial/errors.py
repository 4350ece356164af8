"""What the editors' side refuses."""


class NotAllowed(Exception):  # noqa: N818 -- it is an answer to a person, not a fault of the program
    """A step that this person may not take, or not now. `str()` is a Chinese sentence for her."""
