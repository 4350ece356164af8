"""What an operation of the desk says when it cannot be done."""


class EditError(Exception):
    """A change that cannot be made; the text is a Chinese sentence for the editor."""
