"""What an operation of the desk says when it cannot be done."""

from django.utils.translation import gettext as _


class EditError(Exception):
    """A change that cannot be made; the text is a Chinese sentence for the editor."""


def refuse_leap(step: int) -> None:
    """Things change places with their neighbour: `step` is -1 or 1, else EditError."""
    if step not in {-1, 1}:
        raise EditError(_("一次只能上移或下移一位。"))
