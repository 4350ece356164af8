"""How wide a text is, counted in characters (全角)."""

from unicodedata import east_asian_width

# The mean of Latin letters, figures and blanks.
NARROW = 0.55


def ems(text: str) -> float:
    """The width of a text in one line, in characters of its own size."""
    return sum(1.0 if east_asian_width(char) in "WFA" else NARROW for char in text)
