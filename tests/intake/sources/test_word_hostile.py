"""Word files that are damaged, or made to do harm, are refused with a sentence that says why."""

import pytest
from django.test import override_settings

from intake.errors import SourceError
from intake.sources.word.read import read_docx
from tests.intake.sources.word_files import p, packed, word

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_docx("公报.docx", data)
    return str(caught.value)


def outside(kind: str, target: str) -> bytes:
    return word(
        p("正文。"),
        relationships=f'<Relationship Id="x" Type="{_KINDS}{kind}" Target="{target}" TargetMode="External"/>',
    )


def test_a_file_cut_off_is_damaged() -> None:
    whole = word(p("正文。"))
    assert "损坏" in refusal(whole[: len(whole) // 2])
    assert "损坏" in refusal(b"PK\x03\x04")


def test_a_file_without_text_says_so() -> None:
    assert "没有文字" in refusal(word(p("")))


def test_broken_xml_is_damage() -> None:
    assert "损坏" in refusal(word("<w:p>"))


@override_settings(SOURCE_MAX_EXPANDED_BYTES=3_000_000)
def test_what_expands_beyond_the_limit_is_not_expanded() -> None:
    assert "解压后太大（最多 3 MB）" in refusal(
        word(p("正文。"), extra={"word/media/a.bin": bytes(4_000_000)})
    )


def test_what_shrinks_as_nothing_real_does_is_a_bomb() -> None:
    assert "解压后太大" in refusal(word(p("正文。"), extra={"word/media/a.bin": bytes(6_000_000)}))


def test_thousands_of_parts_are_refused() -> None:
    parts = {f"word/media/{n}.xml": b"" for n in range(2_001)}
    assert "部件" in refusal(word(p("正文。"), extra=parts))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word\\..\\a.xml", "C:/a.xml"])
def test_names_that_lead_out_of_the_file_are_refused(name: str) -> None:
    assert "名称不合规范" in refusal(word(p("正文。"), extra={name: b"x"}))


def test_macros_are_refused_by_their_part_and_by_the_kind_of_file() -> None:
    assert "有宏" in refusal(word(p("正文。"), extra={"word/vbaProject.bin": b"x"}))
    enabled = packed(
        {
            "[Content_Types].xml": b'<Types><Override PartName="/word/document.xml" '
            b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
            "word/document.xml": b"<x/>",
        }
    )
    assert "有宏" in refusal(enabled)


@pytest.mark.parametrize("kind", ["oleObject", "frame", "subDocument", "aFChunk", "attachedTemplate"])
def test_links_that_bring_in_what_others_control_are_refused_by_name(kind: str) -> None:
    message = refusal(outside(kind, "http://evil.example/x.dotm"))
    assert kind in message
    assert "http://evil.example/x.dotm" in message


def test_a_template_on_another_machine_is_refused_and_one_on_the_authors_disk_is_not() -> None:
    assert "外部内容" in refusal(outside("attachedTemplate", "file://server/share/x.dotx"))
    assert "外部内容" in refusal(outside("attachedTemplate", r"\\server\share\x.dotx"))
    for target in ("file:///C:\\Users\\a\\Normal.dotm", "C:\\Normal.dotm"):
        assert read_docx("a.docx", outside("attachedTemplate", target)).lines == ["正文。"]


@pytest.mark.parametrize("kind", ["hyperlink", "image"])
def test_links_and_pictures_elsewhere_do_no_harm_because_nothing_is_fetched(kind: str) -> None:
    assert read_docx("a.docx", outside(kind, "http://site.example/x")).lines == ["正文。"]


def test_entities_and_dtds_are_refused() -> None:
    entity = '<!DOCTYPE w [<!ENTITY a "公报"><!ENTITY file SYSTEM "file:///etc/passwd">]>'
    data = packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": (entity + "<w><a>&a;&file;</a></w>").encode(),
        }
    )
    assert "DTD" in refusal(data)


def test_what_is_nested_deeper_than_any_page_is_refused() -> None:
    depth = 400
    assert "嵌套太深" in refusal(
        word("<w:tbl><w:tr><w:tc>" * depth + p("x") + "</w:tc></w:tr></w:tbl>" * depth)
    )
