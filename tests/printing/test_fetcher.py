"""What a print may fetch."""

from pathlib import Path

import pytest
from weasyprint import HTML

from printing.errors import RefusedURLError
from printing.fetcher import StyleFetcher
from printing.manuscript import STYLE_DIR, STYLE_URL


def test_the_print_style_is_given() -> None:
    """The style sheet beside the templates is what a print is made with."""
    answer = StyleFetcher()(STYLE_URL + "issue.css")
    assert answer.read() == (STYLE_DIR / "issue.css").read_bytes()
    assert answer.content_type == "text/css"


def test_a_face_made_for_the_issue_is_given() -> None:
    """A face in memory is found as if it lay beside the style sheet."""
    assert StyleFetcher({"kai.ttf": b"face"})(STYLE_URL + "kai.ttf").read() == b"face"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x",
        "https://example.com/style.css",
        "ftp://127.0.0.1/issue.css",
        "data:text/css,body{}",
        "file:///etc/passwd",
        "file://server/share/issue.css",
        STYLE_URL + "../render.py",
        STYLE_URL + "..%2f..%2f.env",
        STYLE_URL + "%2e%2e/fetcher.py",
        STYLE_URL + "missing.css",
        STYLE_URL,
        "issue.css",
        "",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    """Neither the network nor a file outside the style folder can be reached."""
    with pytest.raises(RefusedURLError):
        StyleFetcher()(url)


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A symbolic link beside the style sheet is followed before it is judged."""
    style, secret = tmp_path / "style", tmp_path / "secret.css"
    style.mkdir()
    secret.write_text("secret")
    (style / "issue.css").symlink_to(secret)
    monkeypatch.setattr("printing.fetcher.STYLE_DIR", style)
    with pytest.raises(RefusedURLError):
        StyleFetcher()((style / "issue.css").as_uri())


def test_weasyprint_asks_the_fetcher_for_everything() -> None:
    """Images, style sheets and attachments of a page all meet the same refusal."""
    fetcher = StyleFetcher()
    page = (
        '<link rel=stylesheet href="http://127.0.0.1:9/a.css">'
        '<link rel=attachment href="file:///etc/passwd">'
        '<img src="http://127.0.0.1:9/x">'
        "<style>@import url(file:///etc/hostname); p { background: url(http://127.0.0.1:9/y) }</style><p>x"
    )
    HTML(string=page, base_url=STYLE_URL, url_fetcher=fetcher).write_pdf()
    assert {
        "http://127.0.0.1:9/a.css",
        "file:///etc/passwd",
        "http://127.0.0.1:9/x",
        "file:///etc/hostname",
        "http://127.0.0.1:9/y",
    } <= set(fetcher.refused)
