"""Chinese setting on top of WeasyPrint: flush lines, marks where they belong, each text measured once.

`printing/breaks.py` has the rules; `measuring` and `fitting` apply them; the other modules put this in the
places of WeasyPrint's own functions.
"""

import logging

from printing.setting import columns, drawing, justifying, leaders, splitting
from printing.setting.guard import UnknownSettingError, restored

KNOWN = (
    splitting.split_text_box,
    splitting.split_first_line,
    splitting.can_break_inline,
    splitting.can_break_preferred,
    justifying.justify_line,
    drawing.draw_text,
    drawing.draw_first_line,
    leaders.handle_leader,
    columns.columns_layout,
    columns.block_box_layout,
    columns.create_column_box,
)
logger = logging.getLogger(__name__)


def check() -> None:
    """Raises UnknownSettingError where WeasyPrint is not the one that the setting was written for."""
    for known in KNOWN:
        known.check()


def install() -> bool:
    """Set with this from now on, in this process; False, and plain setting, where WeasyPrint is not the known one.

    Calling it again changes nothing.
    """
    try:
        check()
    except UnknownSettingError as unknown:
        logger.warning("plain setting: %s", unknown)
        return False
    for module in (splitting, justifying, drawing, leaders, columns):
        module.install()
    return True


def uninstall() -> None:
    """WeasyPrint's own setting again."""
    for known in KNOWN:
        restored(known)
