"""What XML can hold, for Word files and e-books alike."""

import re

# What is outside the Char production of XML 1.0 cannot stand in a file, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", text)
