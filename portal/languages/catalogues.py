"""Catalogues as gettext has them (.po): what is wrong with one, and the compiled form that Django reads.

A catalogue in the folder of the installation's data comes before the portal's own of the same language.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import gettext as _

from config.languages import KNOWN

OWN_FOLDER, DATA_FOLDER = settings.BASE_DIR / "locale", settings.DATA_DIR / "locale"
# The only catalogue that comes with the portal has every text of it.
COMPLETE = KNOWN["en"]
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd]")
# Who reads these texts is an editor, and editors work in Chinese.
_EDITORS_FILES = re.compile(
    r"^(editorial|intake|exporting|printing|templates/(admin|printing)|.*/management)/"
)


def find(code: str) -> Path | None:
    """The catalogue of a language, as translators write it."""
    places = (KNOWN[code].catalogue(folder) for folder in (DATA_FOLDER, OWN_FOLDER))
    return next((place for place in places if place.exists()), None)


def is_for_readers(entry: polib.POEntry) -> bool:
    """Whether the public site shows this text."""
    return any(not _EDITORS_FILES.match(file) for file, _line in entry.occurrences)


def texts(*, for_readers: bool) -> list[polib.POEntry]:
    """Every text of the portal, or of the public site."""
    everything = polib.pofile(str(COMPLETE.catalogue(OWN_FOLDER)))
    return [entry for entry in everything if not for_readers or is_for_readers(entry)]


def faults(code: str) -> Iterator[str]:
    """What keeps a language's catalogue from being used, a sentence each."""
    found = find(code)
    if found is None:
        yield _("没有译文文件。")
        return
    catalogue = polib.pofile(str(found))
    if not catalogue.metadata.get("Last-Translator", "").strip():
        yield _("文件头没有写明译者（Last-Translator）。")
    yield from _gaps(catalogue, texts(for_readers=code != COMPLETE.code))
    for entry in catalogue:
        if entry.translated() and not _keeps_placeholders(entry):
            yield _("占位符与原文不同：%(text)s") % {"text": entry.msgid}


def is_compiled(path: Path) -> bool:
    """Whether the compiled catalogue beside this one says the same."""
    compiled = path.with_suffix(".mo")
    return compiled.exists() and compiled.read_bytes() == polib.pofile(str(path)).to_binary()


def compile_catalogue(path: Path) -> None:
    polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def _gaps(catalogue: polib.POFile, wanted: list[polib.POEntry]) -> Iterator[str]:
    translated = {_key(entry) for entry in catalogue.translated_entries()}
    unsure = {_key(entry) for entry in catalogue.fuzzy_entries()}
    for entry in wanted:
        if _key(entry) in unsure:
            yield _("译文未确认（fuzzy）：%(text)s") % {"text": entry.msgid}
        elif _key(entry) not in translated:
            yield _("没有翻译：%(text)s") % {"text": entry.msgid}


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _keeps_placeholders(entry: polib.POEntry) -> bool:
    wanted = set(_PLACEHOLDER.findall(entry.msgid))
    written = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
    return all(set(_PLACEHOLDER.findall(text)) == wanted for text in written)
