"""A scan is recognised in a process of its own, which has its own time and says how far it is."""

import os
import time
from pathlib import Path

import pytest
from django.test import override_settings

from intake.errors import SourceError
from intake.sources.ocr_apart import recognise
from tests.intake.sources_pdf.sheets import paragraph, scan_of, sheet, together
from tests.intake.sources_pdf.test_ocr import install, tsv

SCAN = scan_of(sheet(f"<p>{paragraph('甲')}</p>"))


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "words.tsv").write_text(tsv(), encoding="utf-8")
    script = f"cat > /dev/null; echo $PPID > {tmp_path}/parent; sleep 0.3; cat {tmp_path}/words.tsv"
    install(tmp_path, monkeypatch, script)
    return tmp_path


def test_text_and_doubts_come_back_from_another_process(fake: Path) -> None:
    source = recognise("a.pdf", SCAN)
    assert [line.strip("\u3000") for line in source.lines if line] == ["自治州人居政府", "供暖通知"]
    assert [problem.code for problem in source.problems] == ["ocr", "ocr-uncertain"]
    assert int((fake / "parent").read_text()) != os.getpid()


@pytest.mark.usefixtures("fake")
def test_it_is_told_how_many_pages_are_done() -> None:
    done: list[tuple[int, int]] = []
    both = together(sheet(f"<p>{paragraph('乙')}</p>"), SCAN)
    recognise("a.pdf", both, lambda page, pages: done.append((page, pages)))
    assert (1, 2) in done
    assert done == sorted(set(done))


@override_settings(SOURCE_SECONDS=1)
def test_it_may_take_longer_than_reading_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.tsv").write_text(tsv(), encoding="utf-8")
    install(tmp_path, monkeypatch, f"cat > /dev/null; sleep 4; cat {tmp_path}/words.tsv")
    assert "供暖通知" in recognise("a.pdf", SCAN).text


@override_settings(SOURCE_OCR_SECONDS=2)
def test_what_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "exec sleep 60")
    began = time.monotonic()
    with pytest.raises(SourceError, match="超过 2 秒"):
        recognise("a.pdf", SCAN)
    assert time.monotonic() - began < 30


def test_a_missing_program_is_said_in_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="没有安装 OCR"):
        recognise("a.pdf", SCAN)
