"""Punctuation squeezed where two marks meet: 」「 in one and a half ems, not in two.

The rule is written into the face (the OpenType feature `chws`, contextual half-width spacing), so that whoever
sets with it has only to ask for it: `font-feature-settings: "chws"`.
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from east_asian_spacing import Builder, Config, Font

from config.threads import in_a_thread

# The full width is measured by these, and these marks stand in every pair that the feature tells of.
MEASURED_BY = "四水城「」『』（）〈〉《》【】〔〕“”‘’、。，．：；！？\u3000"


def squeezed(face: bytes) -> bytes:
    """A face with `chws` added; as it was where it has no marks of full width to squeeze."""
    with TemporaryDirectory(prefix="gongbao-face-") as folder:
        given, made = Path(folder, "given.otf"), Path(folder, "made.otf")
        given.write_bytes(face)
        font = Font.load(given)
        # The hour at which it was cut is no part of the face.
        font.ttfont.recalcTimestamp = False
        with font.ttfont:
            done = in_a_thread(lambda: asyncio.run(Builder(font, Config.default).build_and_save(made)))
        return made.read_bytes() if done else face
