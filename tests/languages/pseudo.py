"""A catalogue that is no translation: it shows what would be one, longer and from right to left."""

import re

import polib

_PLACEHOLDER = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w+\}|<[^>]*>)")
_LETTERS = "ئەدبپتجچخرزسشغفقكگلمن"
# What is no sentence: the formats of dates, and addresses.
_FORMAT = re.compile(r"[Ynj年月日]*[Ynj][Ynj年月日]*")


def pseudo(entry: polib.POEntry) -> polib.POEntry:
    """The same text in letters that mean nothing, half as long again, with its placeholders."""
    made = polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid)
    if entry.msgid_plural:
        made.msgid_plural = entry.msgid_plural
        made.msgstr_plural = {0: _written(entry.msgid), 1: _written(entry.msgid_plural)}
    else:
        made.msgstr = _written(entry.msgid)
    return made


def _written(text: str) -> str:
    if _FORMAT.fullmatch(text):
        return re.sub("[年月]", "-", text).replace("日", "").strip("-")
    parts = _PLACEHOLDER.split(text)
    return "".join(part if index % 2 else _letters(part) for index, part in enumerate(parts))


def _letters(text: str) -> str:
    """Words of six letters, some three for every two signs."""
    count = len(text.strip()) * 3 // 2
    signs = [_LETTERS[index % len(_LETTERS)] + (" " if index % 6 == 5 else "") for index in range(count)]
    return "".join(signs).strip() if text.strip() else text
