"""What citizens send, what was printed wrong, and the pages of the openness column."""

from portal.models.column_page import ColumnPage, Part
from portal.models.erratum import Erratum
from portal.models.message import Correction, Fault, Message, Opinion, State
from portal.models.sending import Sending

__all__ = [
    "ColumnPage",
    "Correction",
    "Erratum",
    "Fault",
    "Message",
    "Opinion",
    "Part",
    "Sending",
    "State",
]
