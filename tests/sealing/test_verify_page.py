"""What the site says of a file that somebody brings: believing nobody."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from django.utils import timezone
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from gazette.models import Entry, Issue, Source
from sealing import judging, trust, verdict
from sealing.flows import seal
from sealing.models import Manifest
from sealing.offline import signatures
from sealing.signing import sign
from tests.pages.page import Page, text_of
from tests.sealing.brought import WITHOUT, bring, heading
from tests.sealing.conftest import seal_papers
from tests.sealing.office import NAME, Office, office, paper
from tests.world import World


def test_a_published_file_is_recognised(client: Client, sealed: Manifest) -> None:
    page = bring(client, paper("one"))
    assert heading(page) == "是本网站发布的文件"
    assert "整期 PDF" in page.text
    assert "伊河州人民政府公报 2021年第3号" in page.text
    assert "第1版，现行版" in page.text
    assert sealed.files.get(name="gazette.pdf").sm3 in page.text
    assert "没有签名，只能用摘要核对" in page.text


def test_so_is_the_pdf_of_one_document(client: Client, sealed: Manifest, world: World) -> None:
    page = bring(client, paper(f"entry of {world.issue} one"))
    assert heading(page) == "是本网站发布的文件"
    assert "关于做好冬季供暖工作的通知" in page.text


def test_and_a_file_that_is_no_pdf(client: Client, sealed: Manifest) -> None:
    page = bring(client, b"epub one", "公报.epub")
    assert heading(page) == "是本网站发布的文件"
    assert "整期电子书（EPUB）" in page.text
    assert "这不是 PDF 文件" in page.text


def test_a_signature_is_judged(client: Client, signed: bytes) -> None:
    page = bring(client, signed)
    assert heading(page) == "是本网站发布的文件"
    assert "有效，签名以后没有改动" in page.text
    assert NAME in page.text
    assert "签名者自己写的时间" in page.text


def test_without_a_trusted_certificate_it_says_that_it_cannot_tell_who(
    client: Client, signed: bytes, settings: Any
) -> None:
    settings.SEAL = {**settings.SEAL, "certificate": None, "passphrase": "", "trust": []}
    page = bring(client, signed)
    assert "没有公布证书，签名者的身份没有核实" in page.text


def test_an_older_revision_is_told_from_the_newest(client: Client, sealed: Manifest, world: World) -> None:
    seal_papers(world.issue, "two")
    page = bring(client, paper("one"))
    assert heading(page) == "是本网站发布的文件"
    assert "已有更新的版本" in page.text
    assert "本期文件后来重新制作过，请以现行版为准" in page.text
    # It may have been printed anew without a change of its text.
    assert "更正" not in page.texts(".//main//p[@class='notice']")[0]
    assert "现行版" in bring(client, paper("two")).text


def test_a_file_of_both_revisions_is_of_the_newest(client: Client, world: World) -> None:
    """A correction of one document leaves the others' files as they were."""
    seal(world.issue, {"a.pdf": paper("same"), "b.pdf": paper("old")}, b"1")
    seal(world.issue, {"a.pdf": paper("same"), "b.pdf": paper("new")}, b"2")
    assert "第2版，现行版" in bring(client, paper("same")).text


def test_a_file_of_a_withdrawn_issue_is_ours_and_not_in_force(
    client: Client, sealed: Manifest, world: World
) -> None:
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    page = bring(client, paper("one"))
    assert heading(page) == "是本网站发布过的文件，现已撤回"
    assert "不能作为有效的公报使用" in page.text
    # Its pages are gone: nothing leads there.
    assert not [href for href in page.links().values() if "/2021/3/" in href]


def test_a_title_that_is_not_public_is_not_told(client: Client, sealed: Manifest, world: World) -> None:
    """Of a withdrawn issue's entry, which may be under correction, only the file's name."""
    entry = world.issue.entries.order_by("position").first()
    assert entry is not None
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    Entry.objects.filter(pk=entry.pk).update(title="正在更正的标题")
    file = sealed.files.get(name=f"entries/{entry.pk}.pdf")
    page = Page(client, f"/verify/?number={file.sha256}")
    assert file.name in page.text
    assert "正在更正的标题" not in page.text


def test_a_changed_byte_makes_it_a_stranger(client: Client, signed: bytes) -> None:
    changed = bytearray(signed)
    changed[12] ^= 1
    page = bring(client, bytes(changed))
    assert heading(page) == WITHOUT
    assert "签名以后内容被改动过" in page.text


def test_what_was_added_after_signing_is_found_out(client: Client, signed: bytes) -> None:
    """The PDF still begins with the published one, whose name is told."""
    page = bring(client, grown(signed))
    assert heading(page) == "本网站发布的文件被改动过"
    assert "请不要使用这个文件" in page.text
    assert "2021年第3号" in page.text
    assert "签名以后又添加了内容" in page.text


def test_a_pdf_that_a_stranger_signed_is_a_stranger(
    client: Client, signed: bytes, settings: Any, tmp_path: Path
) -> None:
    ours = settings.SEAL
    settings.SEAL = office(tmp_path, "东河县某公司").settings
    theirs = sign(paper())
    settings.SEAL = ours
    page = bring(client, theirs)
    assert heading(page) == WITHOUT
    assert "签名者不是本网站认可的" in page.text
    assert "东河县某公司" in page.text


def test_a_stranger_who_takes_the_offices_name_is_a_stranger(
    client: Client, signed: bytes, settings: Any, tmp_path: Path
) -> None:
    """Another key behind the same name: names prove nothing."""
    ours = settings.SEAL
    folder = tmp_path / "stranger"
    folder.mkdir()
    settings.SEAL = office(folder, key="forged").settings
    theirs = sign(paper())
    settings.SEAL = ours
    page = bring(client, theirs)
    assert heading(page) == WITHOUT
    assert NAME in page.text
    assert "签名者不是本网站认可的" in page.text


def test_what_is_signed_and_not_published_is_said_so(client: Client, chancery: Office, db: None) -> None:
    page = bring(client, sign(paper("draft")))
    assert heading(page) == "签名有效，但不在已发布的文件里"


@pytest.mark.parametrize(
    "data",
    [
        b"plain text",
        b"%PDF-1.7\n" + b"\x00" * 1000,
        b"%PDF-1.7\n/ByteRange [0 1 2 3]",
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000 + b"\n/ByteRange\nstartxref\n9\n%%EOF",
        b"PK\x03\x04 an archive",
        b"\xff" * 3000,
    ],
)
def test_a_file_of_any_kind_gets_an_answer(client: Client, db: None, data: bytes) -> None:
    page = bring(client, data)
    assert heading(page) == WITHOUT
    assert hashlib.sha256(data).hexdigest() in page.text


def test_a_pdf_cut_short_gets_an_answer(client: Client, signed: bytes) -> None:
    page = bring(client, signed[: len(signed) - 3000])
    assert heading(page) == WITHOUT


def test_a_pdf_that_takes_too_long_is_left_unjudged(
    client: Client, signed: bytes, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its digest is compared nevertheless."""
    settings.VERIFY_SECONDS = 0
    monkeypatch.setattr(judging, "_GRACE_SECONDS", 0.01)
    page = bring(client, signed)
    assert heading(page) == "是本网站发布的文件"
    assert "没有判断出来" in page.text


def test_a_pdf_that_takes_too_much_memory_is_left_unjudged(
    client: Client, signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_MEGABYTES", 30)
    assert "没有判断出来" in bring(client, signed).text


def test_a_file_with_many_signatures_is_not_read_for_each(
    signed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a signature ends is a stranger's word: whoever names thousands of ends keeps nobody busy."""
    path = tmp_path / "many.pdf"
    path.write_bytes(signed + b" " * 2000)
    (sound,) = signatures.signatures(BytesIO(signed))
    many = [replace(sound, end=len(signed) + number) for number in reversed(range(1000))]
    monkeypatch.setattr(verdict, "signatures_of", lambda _path, _trust: many)
    assert verdict.verdict_on(path).kind == "grown"
    read: list[int] = []
    monkeypatch.setattr(verdict, "found_within", lambda _path, end: read.append(end))
    verdict.verdict_on(path)
    assert 0 < len(read) < 10


def test_a_pdf_of_countless_signatures_is_left_unjudged(
    signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "MOST", 0)
    with pytest.raises(signatures.SignatureError, match="1 signatures"):
        signatures.signatures(BytesIO(signed))


def test_a_long_name_in_a_certificate_is_cut() -> None:
    """It comes from a stranger, and goes through this site's memory."""
    told = SimpleNamespace(native={"organization_name": "某" * 100_000})
    assert signatures.name_of(SimpleNamespace(subject=told)) == "某" * 300


PASSED, CAUTION, FAILED = "核验通过", "请注意", "核验没有通过"


def test_the_answer_begins_with_one_word(client: Client, signed: bytes, world: World) -> None:
    """Good and bad are told apart by what is written, whatever colours the reader sees."""
    assert standing(bring(client, signed)) == PASSED
    assert standing(bring(client, grown(signed))) == FAILED
    assert standing(bring(client, b"another")) == FAILED
    assert standing(bring(client, sign(paper("draft")))) == CAUTION


def test_what_was_corrected_or_withdrawn_is_no_plain_pass(
    client: Client, sealed: Manifest, world: World
) -> None:
    assert standing(bring(client, paper("one"))) == PASSED
    seal_papers(world.issue, "two")
    assert standing(bring(client, paper("one"))) == CAUTION
    assert standing(bring(client, paper("two"))) == PASSED
    Issue.objects.filter(pk=world.issue.pk).update(withdrawn_at=timezone.now())
    assert standing(bring(client, paper("two"))) == CAUTION


def test_each_answer_has_a_sign_of_its_own(client: Client, sealed: Manifest, chancery: Office) -> None:
    brought = [paper("one"), sign(paper("draft")), b"another"]
    signs = [mark(bring(client, data)).find(".//{*}path") for data in brought]
    assert len({sign.get("d") for sign in signs if sign is not None}) == 3


def test_a_digest_gets_the_same_words(client: Client, sealed: Manifest) -> None:
    held = sealed.files.get(name="gazette.pdf").sm3
    assert standing(Page(client, f"/verify/?number={held}")) == PASSED
    assert standing(Page(client, f"/verify/?number={'0' * 64}")) == FAILED


def test_whom_this_site_trusts_is_read_once_an_answer(
    client: Client, signed: bytes, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own certificate has to be unlocked for it."""
    settings.SEAL = {**settings.SEAL, "trust": []}
    unlock = Mock(wraps=trust.seal_of_office)
    monkeypatch.setattr(trust, "seal_of_office", unlock)
    assert "有效，签名以后没有改动" in bring(client, signed).text
    unlock.assert_called_once()


def test_a_scan_is_recognised_as_the_printed_original(client: Client, world: World) -> None:
    data = b"%PDF-1.4 pictures of pages"
    kept = Source.objects.create(
        publication=world.gazette,
        name="scan.pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        original=data,
        text="",
        line_count=0,
        reading={},
    )
    Issue.objects.filter(pk=world.issue.pk).update(source=kept)
    assert heading(bring(client, data)) == "是本网站提供的原刊扫描件"


def standing(page: Page) -> str:
    return text_of(mark(page))


def mark(page: Page) -> Element:
    (found,) = [each for each in page.all(".//main//p") if "standing" in each.get("class", "").split()]
    return found


def grown(pdf: bytes) -> bytes:
    """The PDF with another title, written behind it as readers of PDF write changes."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.trailer["/Info"]["/Title"] = pdf_string("另一个题目")
    writer.update_container(writer.trailer["/Info"])
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
