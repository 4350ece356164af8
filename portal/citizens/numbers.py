"""The number by which a citizen comes back to what she sent: 20261121-K7Q2M9XH."""

import datetime
import secrets
import unicodedata

# Without the letters and figures that are taken for one another (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) and without
# vowels, so that no word comes out.
_LETTERS = "34679CDFGHJKMNPQRTVWXY"
_COUNT = 8


def new_number(day: datetime.date) -> str:
    """A number of that day. With 22 letters in 8 places nobody guesses one of a day's few."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(_COUNT))
    return f"{day:%Y%m%d}-{drawn}"


def as_given(typed: str) -> str:
    """The number that somebody typed or dictated: full width, small letters, blanks, without its hyphen."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign.isalnum())
    return f"{plain[:8]}-{plain[8:]}"
