"""The tables of a document as files for spreadsheets."""

import csv
import io

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from documents.models import Block, BlockKind, FormerAddress
from gazette.spreadsheets import as_csv, safe
from tests.pages.page import Page
from tests.world import World


def rows(client: Client, path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))


def test_a_table_comes_as_it_stands(client: Client, world: World) -> None:
    """UTF-8 with a mark, all rows as wide as the widest; its address is beside it."""
    table = Block.objects.get(document=world.first, kind=BlockKind.TABLE)
    table.rows.append(["西河县"])
    table.save()
    page = Page(client, world.first.get_absolute_url())
    address = page.links(".//figcaption")["下载表1（CSV）"]
    assert address == "/yihe/documents/yihezhengfa-2021-1/tables/1.csv"
    answer = client.get(address)
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="yihezhengfa-2021-1-1.csv"'
    assert rows(client, address) == [["县市", "开始日期"], ["东河县", "10月15日"], ["西河县", ""]]


def test_tables_are_counted_through_text_and_attachments(client: Client, world: World) -> None:
    Block.objects.create(document=world.first, position=1, kind=BlockKind.TABLE, rows=[["甲", "乙"]])
    assert rows(client, "/yihe/documents/yihezhengfa-2021-1/tables/1.csv") == [["甲", "乙"]]
    assert rows(client, "/yihe/documents/yihezhengfa-2021-1/tables/2.csv")[0] == ["县市", "开始日期"]


@pytest.mark.parametrize("number", [0, 2, 999])
def test_there_is_no_other_table(client: Client, world: World, number: int) -> None:
    assert client.get(f"/yihe/documents/yihezhengfa-2021-1/tables/{number}.csv").status_code == 404


def test_a_table_moves_and_goes_with_its_document(client: Client, world: World) -> None:
    FormerAddress.objects.create(publication=world.gazette, slug="jiu", document=world.first)
    answer = client.get("/yihe/documents/jiu/tables/1.csv")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "/yihe/documents/yihezhengfa-2021-1/tables/1.csv",
    )
    world.issue.withdrawn_at = timezone.now()
    world.issue.save()
    assert client.get("/yihe/documents/yihezhengfa-2021-1/tables/1.csv").status_code == 410


def test_a_name_in_other_letters_reaches_the_reader() -> None:
    """An address keeps letters that have no pinyin; a header holds Latin ones only (RFC 6266)."""
    answer = as_csv([["甲"]], "ئاقسۇ-1")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%D8%A6")


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3.2", "+5%", "-1,200", "-", "—", "—2", "3-5", "", "1=1"])
def test_figures_and_words_stay_as_printed(cell: str) -> None:
    assert safe(cell) == cell


@given(st.text(max_size=10))
def test_a_cell_never_loses_anything(cell: str) -> None:
    assert safe(cell).removeprefix("'") == cell.removeprefix("'") or safe(cell) == cell
