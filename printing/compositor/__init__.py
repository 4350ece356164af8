"""From a manuscript to a PDF: HTML in sheets, set and painted in processes of their own, bound into one file."""

from collections.abc import Callable

from printing.errors import PrintingError
from printing.manuscript import Manuscript, Printed


def compose(
    text: Manuscript,
    *,
    progress: Callable[[int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Set a manuscript. `progress` is told how far it is: per cent, and the stage in words for editors.

    `cancelled` is asked several times a second whether it is not wanted any more. Raises PrintingError for
    whatever would make the PDF wrong, for too much time or memory; CancelledError.
    """
    # The compositor's own process imports this package too, and has neither settings nor a use for these.
    from django.conf import settings
    from django.utils.translation import gettext as _

    from printing.compositor.apart import compose_apart
    from printing.compositor.order import Order
    from printing.faces import faces_for

    if not (text.front or text.text or text.back):
        raise PrintingError(_("没有可排印的内容"))

    def order() -> Order:
        return Order(text, faces_for(text.html).files, text.digest, settings.PRINT_PROCESSES)

    return compose_apart(order, progress, cancelled)
