"""What readers get of a published issue: made once, replaced as a whole, kept apart from drafts."""

import subprocess
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from documents.models import Document
from gazette.files import write_whole
from gazette.models import Issue, SectionKind
from printing import editions
from printing.content import content_json
from printing.errors import CancelledError, PrintingError
from printing.models import Export, Form
from sealing import signing
from tests import rooms_world
from tests import world as worlds
from tests.printing.stub import Press, installed, print_edition
from tests.sealing.office import UNSIGNED, office


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path / "pdf"
    return settings.PDF_DIR


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    return installed(monkeypatch)


READ = (Form.PDF, Form.EPUB, Form.DOCX)


def files(issue: Issue) -> dict[tuple[str | None, str], str]:
    """What readers get, by what it is of."""
    return {
        (each.entry.title if each.entry else None, each.form): each.file for each in editions.of_issue(issue)
    }


def correct(document: Document) -> None:
    document.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")


def test_an_edition_is_the_issue_and_each_document_in_each_form(world: worlds.World, press: Press) -> None:
    """A line of the contents without a record has no file of its own."""
    rooms_world.entry(world.issue, SectionKind.OTHER, "补白")
    print_edition(world.issue)
    made = files(world.issue)
    assert set(made) == {
        *((None, form) for form in READ),
        *((document.title, form) for document in (world.first, world.second) for form in READ),
    }
    assert all(name.startswith("public/yihe-2021-3-") for name in made.values())
    assert len(set(made.values())) == len(made)


def test_an_edition_is_made_once(world: worlds.World, press: Press) -> None:
    """Whoever orders it again gets the files that are there, and nothing is set."""
    print_edition(world.issue)
    former, printed = files(world.issue), list(press.printed)
    print_edition(world.issue)
    assert files(world.issue) == former
    assert press.printed == printed


def test_a_correction_replaces_what_it_concerns_and_leaves_the_rest(
    world: worlds.World, press: Press
) -> None:
    """What readers got before is kept on disk, and noted with the time until which they got it."""
    print_edition(world.issue)
    former = files(world.issue)
    correct(world.first)
    print_edition(world.issue)
    present = files(world.issue)
    changed = {key for key in present if present[key] != former[key]}
    assert changed == {
        *((None, form) for form in READ),
        *((world.first.title, form) for form in READ),
    }
    replaced = Export.objects.filter(replaced_at__isnull=False)
    assert {each.file for each in replaced} == {former[key] for key in changed}
    assert all(each.is_there for each in replaced)


def test_readers_get_the_former_edition_until_the_new_one_is_complete(
    world: worlds.World, press: Press
) -> None:
    print_edition(world.issue)
    former = files(world.issue)
    correct(world.first)
    seen = []
    press.meanwhile = lambda: seen.append(files(world.issue))
    print_edition(world.issue)
    assert seen == [former] * 2
    assert files(world.issue) != former


def test_an_edition_that_fails_leaves_the_former_one(world: worlds.World, press: Press) -> None:
    print_edition(world.issue)
    former = files(world.issue)
    correct(world.first)
    press.fault = PrintingError("排印出错")
    with pytest.raises(PrintingError):
        print_edition(world.issue)
    assert files(world.issue) == former
    press.fault = None
    print_edition(world.issue)
    assert files(world.issue) != former


def test_an_edition_that_nobody_wants_any_more_is_not_begun(world: worlds.World, press: Press) -> None:
    with pytest.raises(CancelledError):
        editions.make(world.issue, lambda percent, stage: None, lambda: True)
    assert not press.printed
    assert not files(world.issue)


def test_drafts_have_no_edition(world: worlds.World, press: Press) -> None:
    draft = worlds.issue(world.gazette, 2021, 4, published=False)
    print_edition(draft)
    assert not press.printed
    assert not files(draft)


def test_an_issue_withdrawn_while_it_is_printed_gets_no_edition(world: worlds.World, press: Press) -> None:
    def withdraw() -> None:
        Issue.objects.update(withdrawn_at=timezone.now())

    press.meanwhile = withdraw
    print_edition(world.issue)
    assert not Export.objects.exists()


def test_what_was_made_before_a_withdrawal_is_not_given_out_again(world: worlds.World, press: Press) -> None:
    """It was taken back for a reason; readers wait until the files are made anew."""
    print_edition(world.issue)
    Issue.objects.update(published_at=timezone.now())
    world.issue.refresh_from_db()
    assert not files(world.issue)
    print_edition(world.issue)
    assert len(files(world.issue)) == 9


def test_a_file_that_is_lost_is_made_again(world: worlds.World, press: Press) -> None:
    print_edition(world.issue)
    lost = editions.of_issue(world.issue).get(entry=None, form=Form.PDF)
    lost.path.unlink()
    print_edition(world.issue)
    assert lost.is_there
    assert len(files(world.issue)) == 9


def test_an_entry_that_lost_its_text_loses_its_file(world: worlds.World, press: Press) -> None:
    print_edition(world.issue)
    Document.objects.filter(pk=world.second.pk).update(entry=None)
    print_edition(world.issue)
    assert (world.second.title, Form.PDF) not in files(world.issue)


def test_a_new_print_style_gives_new_files(
    world: worlds.World, press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A changed style sheet is printed anew; nobody has to clear anything."""
    print_edition(world.issue)
    former = files(world.issue)
    (tmp_path / "issue.css").write_text("p { color: black }")
    monkeypatch.setattr("printing.manuscript.STYLE_DIR", tmp_path)
    print_edition(world.issue)
    assert files(world.issue)[None, Form.PDF] != former[None, Form.PDF]


def test_an_edition_is_signed_stored_and_sealed_in_this_order(
    world: worlds.World, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each PDF is signed, once; the manifest has every file as readers get it, and the issue's content."""
    sealed = []

    def seal(issue: Issue, given: dict[str, Path], content: bytes) -> None:
        sealed.append(({name: path.read_bytes() for name, path in given.items()}, content))

    monkeypatch.setattr(editions, "sign", lambda pdf: pdf + b" signed")
    monkeypatch.setattr(editions, "seal", seal)
    print_edition(world.issue)
    print_edition(world.issue)
    assert sealed[0] == sealed[1]
    given, content = sealed[0]
    documents = (world.first, world.second)
    entries = [f"entries/{each.entry_id}.{form}" for each in documents for form in READ]
    assert sorted(given) == sorted(["gazette.docx", "gazette.epub", "gazette.pdf", *entries])
    assert all(data.endswith(b" signed") for name, data in given.items() if name.endswith(".pdf"))
    assert content == content_json(world.issue)


def test_an_edition_that_cannot_be_sealed_is_not_given_out(
    world: worlds.World, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> None:
        raise PrintingError("清单写不成")

    monkeypatch.setattr(editions, "seal", refuse)
    with pytest.raises(PrintingError):
        print_edition(world.issue)
    assert not files(world.issue)


def test_a_broken_write_keeps_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while writing harms no file that was there."""
    target = tmp_path / "issue.pdf"
    target.write_bytes(b"old")

    def full(self: Path, other: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_file_that_readers_get_is_the_one_that_is_sealed(
    world: worlds.World, settings: Settings, tmp_path: Path
) -> None:
    """Really set and signed: the manifest names its digest, and other tools find the signature valid."""
    settings.SEAL = office(tmp_path).settings
    print_edition(world.issue)
    made = editions.of_issue(world.issue).get(entry=None, form=Form.PDF)
    told = {file["name"]: file for file in world.issue.manifests.get().told["files"]}
    assert len(told) == 9
    assert told["gazette.pdf"]["sha256"] == made.sha256
    seen = subprocess.run(["pdfsig", str(made.path)], capture_output=True, text=True, check=False)
    assert "Signature is Valid" in seen.stdout
    former = made.sha256
    print_edition(world.issue)
    assert editions.of_issue(world.issue).get(entry=None, form=Form.PDF).sha256 == former
    assert world.issue.manifests.count() == 1


def test_a_notice_has_a_pdf_alone(world: worlds.World, press: Press) -> None:
    """What is no document has no address as an e-book or a Word file."""
    notice = rooms_world.notice(world.issue)
    print_edition(world.issue)
    assert {form for title, form in files(world.issue) if title == notice.entry.title} == {Form.PDF}


def test_what_was_made_before_the_office_could_sign_is_signed(
    world: worlds.World, press: Press, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A manifest never mixes: one correction has every PDF signed, and what has not changed is not set anew."""
    monkeypatch.setattr(editions, "sign", signing.sign)
    press.real = True
    settings.SEAL = dict(UNSIGNED)
    print_edition(world.issue)
    settings.SEAL = office(tmp_path).settings
    correct(world.first)
    press.printed.clear()
    print_edition(world.issue)
    newest = world.issue.manifests.order_by("-revision").first()
    assert newest
    pdfs = [file for file in newest.told["files"] if file["name"].endswith(".pdf")]
    assert len(pdfs) == 3
    assert all(file["signed_by"] for file in pdfs)
    assert len(press.printed) == 2
    print_edition(world.issue)
    assert world.issue.manifests.count() == 2


def test_an_edition_can_be_made_anew(world: worlds.World, press: Press) -> None:
    """Every file is set again; readers have the former ones meanwhile, and keep those whose bytes are the same."""
    print_edition(world.issue)
    former = files(world.issue)
    press.printed.clear()
    editions.forget_content(world.issue)
    assert files(world.issue) == former
    print_edition(world.issue)
    assert len(press.printed) == 3
    assert files(world.issue) == former
    print_edition(world.issue)
    assert len(press.printed) == 3
