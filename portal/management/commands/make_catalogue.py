"""Gives a translator the texts of the public site in a file, with what is translated already: docs/translating.md."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from config.languages import KNOWN, SOURCE
from portal.languages.catalogues import COMPLETE, DATA_FOLDER, texts

_HEADER = {
    "Last-Translator": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    # As all languages have it that the portal knows.
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


class Command(BaseCommand):
    help = "Make or renew the catalogue of a language that is translated outside of the portal."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "language", choices=[code for code in KNOWN if code not in (SOURCE.code, COMPLETE.code)]
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = KNOWN[options["language"]].catalogue(DATA_FOLDER)
        made = _renewed(path, options["language"])
        path.parent.mkdir(parents=True, exist_ok=True)
        made.save(str(path))
        counts = {"path": path, "count": len(made.untranslated_entries())}
        self.stdout.write(_("%(path)s：还有 %(count)d 条没有翻译。") % counts)


def _renewed(path: Path, code: str) -> polib.POFile:
    """The texts of today, each with its English as a comment, and with the translation that it had."""
    former = polib.pofile(str(path)) if path.exists() else polib.POFile()
    kept = {(entry.msgctxt, entry.msgid): entry for entry in former.translated_entries()}
    made = polib.POFile(wrapwidth=0)
    made.metadata = {**_HEADER, "Language": code, **former.metadata}
    for text in texts(for_readers=True):
        made.append(kept.get((text.msgctxt, text.msgid)) or _blank(text))
    return made


def _blank(text: polib.POEntry) -> polib.POEntry:
    """The text with its English, to be translated."""
    flags = [flag for flag in text.flags if flag != "fuzzy"]
    entry = polib.POEntry(msgctxt=text.msgctxt, msgid=text.msgid, flags=flags)
    entry.comment = text.msgstr or text.msgstr_plural.get(1, "")
    if text.msgid_plural:
        entry.msgid_plural, entry.msgstr_plural = text.msgid_plural, {0: "", 1: ""}
    return entry
