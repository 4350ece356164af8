"""Whatever a citizen types is kept as it is and breaks no page."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.citizens.forms import LONGEST
from portal.models import Correction
from tests.pages.page import Page

# NUL is refused: PostgreSQL keeps none. A browser sends no lone surrogates.
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=300)
KEEP_CLIENT = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def with_one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@KEEP_CLIENT
@given(TEXT.filter(str.strip))
@example("  前后都有空格  \n\n</textarea><script>alert(1)</script>&amp;{{ 7|add:7 }}")
@example("ئۇيغۇرچە ‏ 𠮷 ·\u2028")
def test_any_text_is_kept_exactly(db: None, settings: object, text: str) -> None:
    client = Client(REMOTE_ADDR="192.0.2.1")
    settings.MESSAGES_PER_SENDER = 10_000  # type: ignore[attr-defined]
    answer = client.post("/corrections/", {"kind": "other", "text": text})
    assert answer.status_code == 302
    number = answer.headers["Location"].split("/")[-2]
    assert Correction.objects.get(number=number).text == with_one_line_end(text)


@KEEP_CLIENT
@given(TEXT, TEXT, TEXT)
@example("</textarea><script>", '"><script>', "//[")
def test_any_text_comes_back_in_a_form_that_is_refused(db: None, text: str, page: str, contact: str) -> None:
    """Without a kind the form is shown again; it has its parts and no other."""
    answer = Client().post("/corrections/", {"text": text, "page": page, "contact": contact})
    shown = Page.of(answer)
    assert len(shown.all(".//form[@method='post']")) == 1
    assert not shown.all(".//form//script")
    assert shown.one(".//textarea").attrib["maxlength"] == str(LONGEST)


@pytest.mark.django_db
def test_a_sign_that_no_database_keeps_is_refused_kindly() -> None:
    answer = Client().post("/corrections/", {"kind": "other", "text": "a\x00b"})
    assert answer.status_code == 200
    assert not Correction.objects.exists()
