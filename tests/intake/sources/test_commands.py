"""manage.py read_issue and import_issue take every format."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gazette.models import Publication, Source
from tests.intake.sources.word_files import p, word

NOTICE = ["关于加强公文管理工作的通知", "伊河政发〔2021〕7号", "各县市人民政府：", "现将有关事项通知如下。",
          "伊河哈萨克自治州人民政府", "2021年3月5日"]  # fmt: skip


def reading(path: Path, capsys: pytest.CaptureFixture[str]) -> dict:  # type: ignore[type-arg]
    call_command("read_issue", str(path), "--json")
    return json.loads(capsys.readouterr().out)


def test_a_word_file_is_read_as_the_plain_text_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(word("".join(map(p, NOTICE))))
    (tmp_path / "a.txt").write_text("\n".join(NOTICE), encoding="utf-8")
    one, other = (reading(tmp_path / name, capsys) for name in ("a.docx", "a.txt"))
    [document] = one["documents"]
    assert document["doc_number"] == "伊河政发〔2021〕7号"
    assert one["documents"] == other["documents"]


def test_lines_are_those_of_the_file_also_behind_a_table_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "<table><tr><td>项目</td><td>数</td></tr><tr><td>甲</td><td>5</td></tr></table>"
    lines = [*NOTICE[:4], table, *NOTICE[4:]]
    (tmp_path / "a.md").write_text("\n".join(lines), encoding="utf-8")
    found = reading(tmp_path / "a.md", capsys)
    [document] = found["documents"]
    [block] = [block for block in document["body"] if block["type"] == "table"]
    assert found["source"]["lines"] == 7
    assert document["lines"] == [1, 7]
    assert (block["rows"], block["lines"]) == ([["项目", "数"], ["甲", "5"]], [5, 5])


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "公报.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(CommandError, match=r"公报\.png：这是 PNG 图片"):
        call_command("read_issue", str(tmp_path / "公报.png"))


@pytest.mark.django_db
def test_a_word_file_is_imported_with_the_file_as_it_came(tmp_path: Path) -> None:
    publication = Publication.objects.create(code="yihe", name="伊河哈萨克自治州人民政府公报")
    data = word("".join(map(p, NOTICE)))
    (tmp_path / "a.docx").write_bytes(data)
    call_command("import_issue", str(tmp_path / "a.docx"), "--publication", publication.code)
    source = Source.objects.get()
    assert bytes(source.original) == data
    assert source.text.split("\n") == NOTICE
