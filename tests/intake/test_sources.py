"""Files that come in: what is text, and what is said of what is not."""

import pytest
from django.test import override_settings

from intake.errors import SourceError
from intake.sources.plain import read_plain
from tests.intake.texts import ISSUE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_in_the_usual_encodings_is_the_same_text(encoding: str) -> None:
    assert read_plain("a.txt", ISSUE.encode(encoding)).text == ISSUE


def test_windows_line_ends_are_line_ends() -> None:
    assert read_plain("a.txt", ISSUE.replace("\n", "\r\n").encode()).lines == ISSUE.split("\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的"),
        (b" \n\t\n", "文件是空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04word", "Word"),
        ("公报".encode() + b"\x00\x01", "不是文本文件"),
        ("公报\n目录\n".encode() + b"\xff\xfe\xfd", "第 3 行的编码无法识别"),
        ("Größe, Übung, Äpfel".encode("latin-1"), "编码无法识别"),
        ("公报 2021".encode("utf-16"), "不是文本文件"),
    ],
)
def test_what_is_no_text_is_refused_in_chinese(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_plain("a.txt", data)


@override_settings(SOURCE_MAX_BYTES=10_000_000)
def test_a_file_over_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(SourceError, match=r"文件太大：20\.0 MB，最多 10 MB"):
        read_plain("a.txt", b"\xe5\x85\xac" * 6_666_667)


def test_an_encoding_fault_names_its_line() -> None:
    data = "第一行\n第二行\n".encode() + b"\xe5\x85\n"
    with pytest.raises(SourceError) as caught:
        read_plain("a.txt", data)
    assert caught.value.line == 3
