"""What can keep an issue from being printed; the messages are for editors."""


class PrintingError(Exception):
    """The issue cannot be printed as it is, or not on this machine."""


class MissingFontError(PrintingError):
    """A face that the print style asks for is not installed."""


class MissingGlyphError(PrintingError):
    """No installed face has a character of the issue; a box would be printed in its place."""


class RefusedURLError(PrintingError):
    """The print tried to fetch something that is not part of the print style."""


class CancelledError(PrintingError):
    """Whoever asked for the print does not want it any more."""
