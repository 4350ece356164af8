"""What can keep an edition from being signed; the messages are for editors."""

from printing.errors import PrintingError


class SealError(PrintingError):
    """The certificate cannot be used as it is, or the signature was not made."""
