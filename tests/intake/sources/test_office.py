"""Older Word and WPS files: by LibreOffice where there is one, with a clear word where there is none."""

from pathlib import Path

import pytest

from intake.errors import SourceError
from intake.sources.office import read_through_office
from tests.intake.sources.offices import WORD_97, converting_to, install
from tests.intake.sources.word_files import p, word


def test_the_file_is_read_as_what_libreoffice_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(word(p("第一段。")))
    install(tmp_path, monkeypatch, converting_to(tmp_path / "made.docx"))
    text = read_through_office("旧稿.doc", WORD_97)
    assert (text.lines, text.format, text.data) == (["第一段。"], "doc", WORD_97)


def test_libreoffice_is_told_to_run_no_macro_and_to_follow_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.docx").write_bytes(word(p("第一段。")))
    keep = f"""
for word in "$@"; do case $word in -env:UserInstallation=file://*)
    cp "${{word#-env:UserInstallation=file://}}/user/registrymodifications.xcu" {tmp_path}/kept ;; esac; done
echo "$@" > {tmp_path}/asked
"""
    install(tmp_path, monkeypatch, keep + converting_to(tmp_path / "made.docx"))
    read_through_office("旧稿.doc", WORD_97)
    kept = (tmp_path / "kept").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in kept
    assert "BlockUntrustedRefererLinks" in kept
    assert "--headless" in (tmp_path / "asked").read_text()


def test_without_libreoffice_the_message_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match=r"LibreOffice.*libreoffice-writer.*另存为 docx"):
        read_through_office("旧稿.doc", WORD_97)


def test_a_file_that_libreoffice_cannot_open_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "echo 'Error: source file could not be loaded' >&2")
    with pytest.raises(SourceError, match="LibreOffice 打不开"):
        read_through_office("旧稿.doc", WORD_97)
