"""What a list is asked for: each filter, each order, each page; nothing is passed over in silence."""

import datetime
from typing import Any

import pytest

from documents.models import Document
from gazette.models import Issue
from tests import world as worlds
from tests.api.conftest import Get

# A filter with a value that finds, how many it finds, and one that does not.
FILTERS: list[tuple[str, str, Any, int, Any]] = [
    ("publications", "place", "伊河州", 1, "天山州"),
    ("issues", "publication", "yihe", 1, "tianshan"),
    ("issues", "year", 2021, 1, 2020),
    ("issues", "number", 3, 1, 4),
    ("issues", "dated_from", "2021-05-20", 1, "2021-05-21"),
    ("issues", "dated_to", "2021-05-20", 1, "2021-05-19"),
    ("issues", "as_printed", "false", 1, "true"),
    ("documents", "publication", "yihe", 1, "tianshan"),
    ("documents", "issue_year", 2021, 1, 2020),
    ("documents", "issue_number", 3, 1, 2),
    ("documents", "q", "供暖", 1, "湿地"),
    ("documents", "kind", "notice", 1, "opinion"),
    ("documents", "doc_number", "伊河政发〔2021〕1号", 1, "伊河政发〔2021〕2号"),
    ("documents", "issuer", "人民政府", 1, "财政局"),
    ("documents", "section", "州人民政府文件", 1, "部门文件"),
    ("documents", "section_kind", "documents", 1, "meetings"),
    ("documents", "year", 2021, 1, 2020),
    ("documents", "issued_from", "2021-04-08", 1, "2021-04-09"),
    ("documents", "issued_to", "2021-04-08", 1, "2021-04-07"),
    ("documents", "effective_from", "2021-05-01", 1, "2021-05-02"),
    ("documents", "effective_to", "2021-05-01", 1, "2021-04-30"),
    ("documents", "trial", "false", 1, "true"),
    ("documents", "alone", "false", 1, "true"),
    ("notices", "publication", "yihe", 1, "tianshan"),
    ("notices", "doc_number", "伊河政任〔2021〕1号", 1, "伊河政任〔2021〕2号"),
    ("appointments", "issue_number", 3, 2, 4),
    ("appointments", "action", "remove", 1, None),
    ("appointments", "official_name", "王芳1", 1, "王"),
    ("appointments", "post", "局长", 2, "厅长"),
    ("appointments", "doc_number", "伊河政任〔2021〕1号", 2, "伊河政任〔2021〕2号"),
    ("officials", "name", "王芳1", 1, "王"),
    ("officials", "q", "王", 1, "赵"),
    ("bodies", "name", "第1局", 1, "第9局"),
    ("bodies", "number_prefix", "伊河政", 1, "伊河"),
    ("events", "publication", "yihe", 2, "tianshan"),
    ("events", "q", "湿地", 1, "供暖"),
    ("events", "year", 2021, 1, 2020),
    ("events", "date_from", "2021-04-06", 1, "2021-04-07"),
    ("events", "date_to", "2021-04-06", 1, "2021-04-05"),
    ("events", "official_name", "王芳1", 1, "李明1"),
    ("meetings", "number", 1, 1, 2),
    ("meetings", "date_from", "2021-04-01", 1, "2021-04-02"),
    ("meetings", "date_to", "2021-04-01", 1, "2021-03-31"),
    ("meetings", "chair_name", "李明1", 1, "王芳1"),
    ("register-entries", "q", "水源", 1, "湿地"),
    ("register-entries", "direction", "outgoing", 1, None),
    ("register-entries", "doc_number", "省政发〔2021〕8号", 1, "省政发〔2021〕9号"),
    ("indicators", "publication", "yihe", 2, "tianshan"),
    ("indicators", "name", "第一产业", 1, "产业"),
    ("indicators", "q", "产业", 1, "工业"),
    ("tables", "month", "2021-04", 1, "2021-05"),
    ("tables", "month_from", "2021-04", 1, "2021-05"),
    ("tables", "month_to", "2021-04", 1, "2021-03"),
    ("observations", "publication", "yihe", 4, "tianshan"),
    ("observations", "indicator_name", "第一产业", 2, "产业"),
    ("observations", "measure", "yoy_percent", 2, "balance"),
    ("observations", "month", "2021-04", 4, "2021-05"),
    ("observations", "month_from", "2021-04", 4, "2021-05"),
    ("observations", "month_to", "2021-04", 4, "2021-03"),
]


@pytest.mark.parametrize(("kind", "name", "value", "count", "other"), FILTERS)
def test_a_filter_finds_what_it_names(
    get: Get, issue: Issue, kind: str, name: str, value: Any, count: int, other: Any
) -> None:
    assert get(f"{kind}/?{name}={value}")["count"] == count
    if other is not None:
        assert get(f"{kind}/?{name}={other}")["count"] == 0


RELATED = [
    ("appointments", "official"),
    ("appointments", "body"),
    ("events", "official"),
    ("meetings", "chair"),
    ("documents", "body"),
    ("indicators", "parent"),
    ("observations", "indicator"),
    ("observations", "table"),
]


@pytest.mark.parametrize(("kind", "name"), RELATED)
def test_related_records_are_named_by_the_figure_in_their_address(
    get: Get, issue: Issue, kind: str, name: str
) -> None:
    found = {_related(each, name) for each in get(f"{kind}/")["results"]} - {None}
    assert found
    assert all(get(f"{kind}/?{name}={key}")["count"] for key in found)
    assert get(f"{kind}/?{name}=999999")["count"] == 0


def _related(record: dict[str, Any], name: str) -> str | None:
    """The last part of the address of what a record of a list relates to."""
    inside = {"official": "officials", "body": "post" if "post" in record else "issuing_body"}
    held = record.get(name) or record.get(inside.get(name, ""))
    if isinstance(held, list):
        held = held[0]["official"] if held else None
    if held and "body" in held:
        held = held["body"]
    return held["url"].rstrip("/").rpartition("/")[2] if held else None


def test_either_number_of_a_double_issue_finds_it(get: Get, issue: Issue) -> None:
    issue.number_end = 4
    issue.save()
    assert get("issues/?number=4")["count"] == get("documents/?issue_number=4")["count"] == 1
    assert get("issues/yihe/2021/4/")["url"] == get("issues/yihe/2021/3/")["url"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("years=2021", "years"),
        ("year=", "year"),
        ("kind=", "kind"),
        ("ordering=", "ordering"),
        ("page_size=", "page_size"),
        ("year=2021&year=2022", "year"),
        ("year=abc", "year"),
        ("year=99999", "year"),
        ("kind=letters", "kind"),
        ("alone=perhaps", "alone"),
        ("issued_from=2021-02-30", "issued_from"),
        ("body=-1", "body"),
        ("body=99999999999999999999", "body"),
        ("q=%00", "q"),
        ("ordering=slug", "ordering"),
        ("ordering=,", "ordering"),
        ("page=0", "page"),
        ("page=last", "page"),
        ("page=" + "9" * 5000, "page"),
        ("page_size=201", "page_size"),
        ("page_size=many", "page_size"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(get: Get, issue: Issue, query: str, name: str) -> None:
    fault = get(f"documents/?{query}", 400)
    assert fault["detail"] == "参数有误。"
    assert list(fault["parameters"]) == [name]


def test_a_blank_is_looked_for_and_finds_nothing(get: Get, issue: Issue) -> None:
    assert get("documents/?doc_number=%20")["count"] == 0


def test_an_unknown_parameter_is_named_in_chinese(get: Get, issue: Issue) -> None:
    assert get("events/?author=x", 400)["parameters"] == {"author": ["没有“author”这个参数。"]}
    assert get("", 200)
    assert get("issues/yihe/2021/3/?year=2020", 400)["parameters"] == {"year": ["没有“year”这个参数。"]}


def test_a_month_that_does_not_exist_is_refused(get: Get, issue: Issue) -> None:
    assert get("tables/?month=2021-13", 400)["parameters"] == {"month": ["请填写存在的月份，如 2018-03。"]}


class TestOrder:
    """A list stands in the order that is asked for, and what is not known stands last."""

    @pytest.fixture
    def shelf(self, issue: Issue) -> Issue:
        for serial, day in [(11, datetime.date(2021, 1, 1)), (12, None), (13, datetime.date(2022, 1, 1))]:
            document = worlds.document(issue.publication, serial)
            Document.objects.filter(pk=document.pk).update(issued_on=day)
        return issue

    @pytest.mark.parametrize(
        ("query", "serials"),
        [
            ("", [13, 1, 11, 12]),
            ("?ordering=issued_on", [11, 1, 13, 12]),
            ("?ordering=-issued_on", [13, 1, 11, 12]),
            ("?ordering=title,-issued_on", [13, 1, 11, 12]),
        ],
    )
    def test_documents(self, get: Get, shelf: Issue, query: str, serials: list[int]) -> None:
        found = get(f"documents/{query}")["results"]
        assert [each["doc_number"] for each in found] == [f"伊河政发〔2021〕{serial}号" for serial in serials]


class TestPages:
    """All that there is can be had, page by page."""

    @pytest.fixture
    def shelf(self, issue: Issue) -> Issue:
        for serial in range(2, 8):
            worlds.document(issue.publication, serial)
        return issue

    def test_following_next_gives_everything_once(self, get: Get, shelf: Issue) -> None:
        """The documents are all of one day; no two pages overlap."""
        page = get("documents/?page_size=3&ordering=issued_on")
        found = page["results"]
        while page["next"]:
            page = get(page["next"].partition("/api/v1/")[2])
            found += page["results"]
        assert len({each["url"] for each in found}) == len(found) == page["count"] == 7
        assert page["previous"].endswith("/api/v1/documents/?ordering=issued_on&page=2&page_size=3")

    def test_a_page_beyond_the_last_is_not_found(self, get: Get, shelf: Issue) -> None:
        assert get("documents/?page=2", 404)["detail"] == "没有第 2 页。"

    def test_two_hundred_fit_on_a_page(self, get: Get, shelf: Issue) -> None:
        assert len(get("documents/?page_size=200")["results"]) == 7
