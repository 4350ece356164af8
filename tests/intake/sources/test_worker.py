"""Files are opened in a process that may have so much and no more; nothing of it stays behind."""

import subprocess
import time
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation

from intake.errors import SourceError
from intake.sources.worker import open_apart
from tests.intake.sources.offices import WORD_97, converting_to, install
from tests.intake.sources.word_files import p, text_box, word


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    made = tmp_path / "made.docx"
    made.write_bytes(word(p("第一段。")))
    return made


def test_a_text_and_its_problems_come_back_whole() -> None:
    text = open_apart("docx", "公报.docx", word(p("正文。", text_box("框"))))
    assert text.name == "公报.docx"
    assert text.lines[0] == "正文。"
    assert [problem.code for problem in text.problems] == ["text-box"]
    assert len(text.sha256) == 64


def test_a_refusal_comes_back_in_chinese() -> None:
    with pytest.raises(SourceError, match="损坏"):
        open_apart("docx", "公报.docx", b"PK\x03\x04")


def test_a_refusal_speaks_the_language_of_whoever_asks() -> None:
    with translation.override("en"), pytest.raises(SourceError):
        open_apart("docx", "公报.docx", b"PK\x03\x04")


@override_settings(SOURCE_SECONDS=1)
def test_what_takes_too_long_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, f"sleep 300 & echo $! $$ > {tmp_path}/started; wait")
    began = time.monotonic()
    with pytest.raises(SourceError, match="用时太长（超过 1 秒）"):
        open_apart("doc", "公报.doc", WORD_97)
    assert time.monotonic() - began < 20
    for number in (tmp_path / "started").read_text().split():
        assert _is_gone(int(number))


@override_settings(SOURCE_SECONDS=1)
def test_processor_time_is_limited_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    # A minute of waiting on the clock: what ends this is the time that it computes.
    monkeypatch.setattr("intake.sources.worker._GRACE_SECONDS", 60)
    began = time.monotonic()
    with pytest.raises(SourceError, match="用时太长"):
        open_apart("docx", "公报.docx", word(many_paragraphs(60_000)))
    assert time.monotonic() - began < 40


@override_settings(SOURCE_MEMORY_MB=160)
def test_what_wants_too_much_memory_is_refused() -> None:
    with pytest.raises(SourceError, match="占用内存太多（超过 160 MB）"):
        open_apart("docx", "公报.docx", word(many_paragraphs(150_000)))


@override_settings(SOURCE_MAX_BYTES=1_000_000)
def test_a_text_larger_than_texts_may_be_is_refused() -> None:
    with pytest.raises(SourceError, match="文字太多，最多 1 MB"):
        open_apart("docx", "公报.docx", word(p("正文" * 1000) * 200))


def test_a_process_that_dies_leaves_a_sentence_and_a_line_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    install(tmp_path, monkeypatch, "kill -SEGV $PPID; sleep 5")
    with pytest.raises(SourceError, match="读不下去"):
        open_apart("doc", "公报.doc", WORD_97)
    assert "公报.doc" in caplog.text


def test_no_file_of_the_work_stays_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, docx: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "work"))
    (tmp_path / "work").mkdir()
    install(tmp_path, monkeypatch, converting_to(docx))
    open_apart("doc", "公报.doc", WORD_97)
    assert list((tmp_path / "work").iterdir()) == []


def test_the_process_knows_no_secret_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, docx: Path
) -> None:
    monkeypatch.setenv("SECRET_KEY", "geheim")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:geheim@host/name")
    monkeypatch.setenv("https_proxy", "http://proxy.example")
    install(tmp_path, monkeypatch, f"env > {tmp_path}/env\n" + converting_to(docx))
    open_apart("doc", "公报.doc", WORD_97)
    known = (tmp_path / "env").read_text()
    assert "PATH=" in known
    assert "geheim" not in known
    assert "proxy" not in known


def test_the_process_has_no_network_where_the_system_can_part_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, docx: Path
) -> None:
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a process leave the network")
    install(tmp_path, monkeypatch, f"cat /proc/net/dev > {tmp_path}/seen\n" + converting_to(docx))
    open_apart("doc", "公报.doc", WORD_97)
    devices = [line.split(":")[0].strip() for line in (tmp_path / "seen").read_text().splitlines()[2:]]
    assert devices == ["lo"]


def test_opening_is_quick_enough_to_be_done_for_every_file() -> None:
    began = time.monotonic()
    open_apart("docx", "公报.docx", word(p("正文。")))
    # A loaded machine takes its time; the process itself needs a quarter of a second.
    assert time.monotonic() - began < 5


def many_paragraphs(count: int) -> str:
    """A long text that does not shrink as a bomb does."""
    return "".join(p(f"第{number * 7919 % 99991}条{number * 31 % 9973}") for number in range(count))


def _is_gone(number: int) -> bool:
    """Whether a process ends within a moment; it was told to, and the system takes its time."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        # A dead one that nobody has asked after yet.
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
