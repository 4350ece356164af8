"""What may stand in a text of another script."""

import re

# Signs that command a program instead of being read; among them those that turn the direction of what follows,
# by which one text can be made to look like another. The marks that choose a letter's form stay.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean_text(text: str) -> str:
    """The text without signs that no one can see and that change how the rest is shown."""
    return _COMMANDS.sub("", text).strip()
