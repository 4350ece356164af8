"""Scans are recognised where tesseract is installed, and every doubt is shown."""

import os
import stat
from pathlib import Path

import pytest

from intake.errors import SourceError
from intake.sources import ocr
from tests.intake.sources_pdf.sheets import paragraph, scan_of, sheet, together

SCAN = scan_of(sheet(f"<p>{paragraph('甲')}</p>"))
HEAD = "level page_num block_num par_num line_num word_num left top width height conf text"
# A line of five words at 300 dpi, one of them in doubt, and a second line.
WORDS = [
    (1, 1, 400, 400, 100, 50, 96.1, "自治"),
    (1, 2, 520, 402, 50, 48, 95.0, "州"),
    (1, 3, 590, 400, 100, 50, 41.5, "人居"),
    (1, 4, 720, 400, 100, 50, 93.0, "政府"),
    (2, 1, 400, 500, 200, 50, 96.0, "供暖通知"),
]


def tsv() -> str:
    rows = ["\t".join(HEAD.split())]
    rows += [
        f"5\t1\t1\t1\t{line}\t{n}\t{x}\t{y}\t{w}\t{h}\t{conf}\t{text}"
        for line, n, x, y, w, h, conf, text in WORDS
    ]
    return "\n".join(rows)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, work: str, languages: str = "chi_sim") -> None:
    """A tesseract on the path that knows these languages, and does `work`."""
    script = folder / "tesseract"
    script.write_text(f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo {languages}; exit; fi\n{work}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "words.tsv").write_text(tsv(), encoding="utf-8")
    install(
        tmp_path,
        monkeypatch,
        f"cat > {tmp_path}/seen.pgm; echo $@ > {tmp_path}/asked; cat {tmp_path}/words.tsv",
    )
    return tmp_path


def test_words_become_lines_without_the_blanks_between_them(fake: Path) -> None:
    lines = [line.strip("\u3000") for line in ocr.ocr_pdf("a.pdf", SCAN).lines if line]
    assert lines == ["自治州人居政府", "供暖通知"]


def test_the_page_is_handed_over_as_a_picture_of_300_dpi(fake: Path) -> None:
    ocr.ocr_pdf("a.pdf", SCAN)
    kind, width, height = (fake / "seen.pgm").read_bytes()[:16].split()[:3]
    assert kind == b"P5"
    # A4 at 300 dpi, but for what the scanner rounded.
    assert abs(int(width) - 2480) < 5
    assert abs(int(height) - 3508) < 5
    assert "-l chi_sim" in (fake / "asked").read_text()


def test_what_is_doubtful_is_a_warning_on_its_line(fake: Path) -> None:
    source = ocr.ocr_pdf("a.pdf", SCAN)
    note, doubt = source.problems
    assert (note.code, note.severity, "第 1 页" in note.message) == ("ocr", "note", True)
    assert (doubt.code, doubt.severity, doubt.lines) == ("ocr-uncertain", "warning", [[1, 1]])
    assert "“人居”（4" in doubt.message
    assert doubt.quote == "自治州人居政府"


def test_only_scanned_pages_are_recognised(fake: Path) -> None:
    done: list[tuple[int, int]] = []
    both = together(sheet(f"<p>{paragraph('乙')}</p>"), SCAN)
    source = ocr.ocr_pdf("a.pdf", both, lambda page, pages: done.append((page, pages)))
    assert paragraph("乙") in source.text
    assert "第 2 页" in source.problems[0].message
    assert done == [(1, 2), (2, 2)]


def test_without_the_program_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not ocr.available()
    with pytest.raises(SourceError, match="没有安装 OCR"):
        ocr.ocr_pdf("a.pdf", SCAN)


def test_the_program_without_chinese_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "exit 1", languages="eng")
    assert not ocr.available()


def test_a_program_that_fails_is_an_error_that_names_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(SourceError, match="第 1 页时出错"):
        ocr.ocr_pdf("a.pdf", SCAN)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "exec sleep 60")
    with pytest.raises(SourceError, match="用时太长"):
        ocr.ocr_pdf("a.pdf", SCAN, seconds_a_page=0.3)


@pytest.mark.skipif(not ocr.available(), reason="tesseract with chi_sim is not installed")
def test_a_clean_scan_is_recognised() -> None:
    source = ocr.ocr_pdf("a.pdf", scan_of(sheet(f"<p>{paragraph('春耕生产')}</p>"), 200))
    expected = paragraph("春耕生产")
    assert sum(char in source.text for char in expected) >= 0.9 * len(expected)
    assert source.problems[0].code == "ocr"
