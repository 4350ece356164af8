"""The language of a paragraph in a minority's script, for its setting and for screen readers."""

ARABIC = range(0x0600, 0x0780)
MONGOLIAN = range(0x1800, 0x18B0)
# Letters that of the two languages only one has.
UYGHUR_ONLY = "ېۈۆ"
KAZAKH_ONLY = "ٴ"


def language(text: str) -> str:
    """A BCP 47 tag for a text mostly in Arabic or Mongolian script; empty for Chinese, which the whole page is in."""
    letters = [ord(char) for char in text if char.isalpha()]
    if 2 * sum(letter in ARABIC for letter in letters) > len(letters):
        return _of_arabic(text)
    return "mn-Mong" if 2 * sum(letter in MONGOLIAN for letter in letters) > len(letters) else ""


def direction(text: str) -> str:
    """rtl for a text that is read from right to left, else empty."""
    return "rtl" if language(text).endswith("-Arab") else ""


def _of_arabic(text: str) -> str:
    """Which one, as far as its letters tell."""
    if any(letter in text for letter in KAZAKH_ONLY):
        return "kk-Arab"
    return "ug-Arab" if any(letter in text for letter in UYGHUR_ONLY) else "und-Arab"
