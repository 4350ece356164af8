"""What each record says, and where its links lead."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from documents.models import Document, FormerAddress
from gazette.models import Issue, Source
from gazette.models.issue import DatePrecision
from tests import world as worlds
from tests.api import furnished
from tests.api.conftest import Get
from tests.api.test_open import LISTS


def links_in(answer: Any) -> Iterator[str]:
    """All addresses of this site in an answer."""
    if isinstance(answer, dict):
        answer = list(answer.values())
    if isinstance(answer, list):
        for each in answer:
            yield from links_in(each)
    elif isinstance(answer, str) and answer.startswith("http://testserver/"):
        yield answer.removeprefix("http://testserver")


def test_every_link_leads_somewhere(client: Client, issue: Issue) -> None:
    """From the entrance every address in every answer can be followed, to records and to pages."""
    waiting, seen = ["/api/v1/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or path.endswith(".pdf"):
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer["Content-Type"] == "application/json":
            waiting += links_in(answer.json())
    assert {path.split("/")[3] for path in seen if path.startswith("/api/v1/")} >= LISTS
    assert {path for path in seen if path.startswith(("/officials/", "/bodies/", "/yihe/2021/3/register/"))}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_detail_says_what_its_line_in_the_list_says(get: Get, issue: Issue, name: str) -> None:
    for line in get(f"{name}/")["results"]:
        assert line.items() <= get(line["url"].partition("/api/v1/")[2]).items()


class TestOnlyWhatIsPublic:
    """A draft, or what was taken back, is in no list and at no address."""

    @pytest.mark.parametrize("name", sorted(LISTS))
    def test_lists_are_empty(self, get: Get, db: None, name: str) -> None:
        furnished.build(published=False)
        assert get(f"{name}/")["results"] == []

    def test_withdrawing_an_issue_takes_everything_back(self, get: Get, issue: Issue) -> None:
        shown = [line["url"] for name in LISTS for line in get(f"{name}/")["results"]]
        issue.withdrawn_at = timezone.now()
        issue.save()
        for address in [*shown, "/api/v1/issues/yihe/2021/3/reading/"]:
            get(address.partition("/api/v1/")[2], 404)

    def test_a_draft_beside_a_public_issue_stays_a_draft(self, get: Get, issue: Issue) -> None:
        """An official of both shows only what is public of him."""
        furnished.furnish(worlds.issue(issue.publication, number=4, published=False))
        held = next(each for each in get("officials/")["results"] if each["name"] == "王芳1")
        official = get(held["url"].partition("/api/v1/")[2])
        assert len(official["appointments"]) == 1
        indicator = get("indicators/?name=第一产业")["results"][0]
        assert len(get(indicator["url"].partition("/api/v1/")[2])["observations"]) == 2
        assert get("observations/")["count"] == 4


class TestIssue:
    def test_it_gives_everything_that_it_holds(self, get: Get, issue: Issue) -> None:
        contents = get("issues/yihe/2021/3/")["contents"]
        assert [section["kind"] for section in contents] == [
            *("documents", "appointments", "chronicle", "register", "meetings", "statistics")
        ]
        kinds = [record["kind"] for section in contents for record in section["entries"][0]["records"]]
        assert kinds == [
            *("document", "notice", "event", "event", "register-entry", "register-entry"),
            *("meeting", "table"),
        ]

    @pytest.mark.parametrize(
        ("precision", "printed"), [(DatePrecision.DAY, "2021-05-01"), (DatePrecision.MONTH, "2021-05")]
    )
    def test_its_date_is_as_exact_as_printed(
        self, get: Get, issue: Issue, precision: str, printed: str
    ) -> None:
        issue.dated_on, issue.dated_precision = datetime.date(2021, 5, 1), precision
        issue.save()
        assert get("issues/yihe/2021/3/")["published"] == printed

    def test_its_reading_is_as_stored_without_the_editors_notes(self, get: Get, issue: Issue) -> None:
        assert get("issues/yihe/2021/3/reading/") == {"documents": []}

    def test_only_an_issue_as_printed_shows_its_reading(self, get: Get, issue: Issue) -> None:
        """Of any other issue an editor may have taken something out of the records."""
        Source.objects.update(as_printed=False)
        get("issues/yihe/2021/3/reading/", 404)

    def test_an_issue_without_a_source_has_no_reading(self, get: Get, issue: Issue) -> None:
        worlds.issue(issue.publication, number=5)
        get("issues/yihe/2021/5/reading/", 404)


class TestDocument:
    def test_its_text_is_blocks(self, get: Get, issue: Issue) -> None:
        document = get("documents/yihe/yihezhengfa-2021-1/")
        assert document["blocks"][4] == {
            "position": 5,
            "kind": "article",
            "level": 3,
            "label": "第一条",
            "text": "为保障居民温暖过冬，制定本办法。",
            "rows": [],
            "spans": [],
            "figure": None,
            "attachment": None,
            "lines": [],
        }
        assert document["blocks"][-1]["rows"] == [["县市", "开始日期"], ["东河县", "10月15日"]]
        assert document["blocks"][-1]["attachment"] == document["attachments"][0]["position"] == 1

    def test_what_is_not_known_is_null(self, get: Get, issue: Issue) -> None:
        document = get("documents/yihe/yihezhengfa-2021-1/")
        assert document["valid_until"] is document["index_number"] is document["topic"] is None

    def test_lines_are_ranges(self, get: Get, issue: Issue) -> None:
        Document.objects.update(source_lines=[[3, 7], [12, 12]])
        assert get("documents/yihe/yihezhengfa-2021-1/")["lines"] == [[3, 7], [12, 12]]

    def test_a_citation_leads_to_the_document_where_it_is_held(self, get: Get, issue: Issue) -> None:
        other = worlds.document(issue.publication, 7)
        other.citations.create(relation="repeals", doc_number="伊河政发〔2021〕1号")
        other.citations.create(relation="cites", doc_number="省政发〔2020〕1号")
        repeals, cites = get("documents/yihe/yihezhengfa-2021-7/")["citations"]
        assert repeals["document"]["url"].endswith("/api/v1/documents/yihe/yihezhengfa-2021-1/")
        assert cites["document"] is None
        assert get("documents/yihe/yihezhengfa-2021-1/")["validity"]["text"] == "已废止"

    def test_a_former_address_still_finds_it(self, get: Get, issue: Issue) -> None:
        document = Document.objects.get(slug="yihezhengfa-2021-1")
        FormerAddress.objects.create(publication=document.publication, slug="yihe-old", document=document)
        assert get("documents/yihe/yihe-old/")["url"].endswith("/yihezhengfa-2021-1/")


class TestOthers:
    def test_figures_keep_their_digits_and_rates_are_percentages(self, get: Get, issue: Issue) -> None:
        figures = get("observations/")["results"]
        assert [(each["measure"], each["value"], each["unit"]) for each in figures] == [
            ("month", "12.50", "亿元"),
            ("yoy_percent", "8.0", "%"),
            ("month", "3.40", "亿元"),
            ("yoy_percent", "-1.2", "%"),
        ]

    def test_a_register_line_leads_to_the_document_where_it_is_held(self, get: Get, issue: Issue) -> None:
        incoming, outgoing = get("register-entries/")["results"]
        assert incoming["document"] is None
        assert outgoing["document"]["url"].endswith("/documents/yihe/yihezhengfa-2021-1/")

    def test_an_event_names_the_officials_in_the_words_of_the_print(self, get: Get, issue: Issue) -> None:
        (named,) = get("events/")["results"][0]["officials"]
        assert (named["office"], named["official"]["name"]) == ("副州长", "王芳1")

    def test_an_appointment_says_who_becomes_what(self, get: Get, issue: Issue) -> None:
        appointed, removed = get("appointments/")["results"]
        assert (appointed["action"], appointed["official"]["name"], appointed["note"]) == (
            "appoint",
            "王芳1",
            None,
        )
        assert (removed["action"], removed["post"]["name"]) == ("remove", "州第1局局长")
        assert removed["note"] == "批准提前退休"

    def test_a_meeting_has_its_text(self, get: Get, issue: Issue) -> None:
        (meeting,) = get("meetings/")["results"]
        assert "text" not in meeting
        assert get(meeting["url"].partition("/api/v1/")[2])["text"].startswith("州长李明主持")
