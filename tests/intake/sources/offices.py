"""A LibreOffice for tests: a script of that name, first on the PATH."""

from pathlib import Path

import pytest


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a `soffice` on the PATH that runs the given shell script."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def converting_to(docx: Path) -> str:
    """The script of a LibreOffice that turns whatever it gets into this file."""
    return f"""
while [ $# -gt 0 ]; do [ "$1" = --outdir ] && out=$2; shift; done
mkdir -p "$out" && cp {docx} "$out/source.docx"
"""


WORD_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")
