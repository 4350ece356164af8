"""The chain: one manifest a publishing, each naming the one before it, none ever changed."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gazette.models import Issue
from sealing.flows import seal
from sealing.models import AppendOnlyError, Manifest, SealedFile
from sealing.offline.digests import digests_of
from sealing.offline.manifests import Break, ManifestError, breaks, canonical, digest, parsed
from tests import world as worlds
from tests.sealing.conftest import seal_papers
from tests.sealing.office import paper
from tests.world import World


def test_a_manifest_says_what_was_published(world: World, sealed: Manifest) -> None:
    told = sealed.told
    assert told["publication"] == {"code": "yihe", "name": "伊河州人民政府公报"}
    assert (told["issue"]["year"], told["issue"]["number"], told["issue"]["serial"]) == (2021, 3, 103)
    assert told["address"] == "/yihe/2021/3/manifest-1.json"
    assert (told["position"], told["revision"], told["previous"]) == (1, 1, None)
    assert told["published_at"].startswith(world.issue.published_at.strftime("%Y-%m-%dT"))  # type: ignore[union-attr]
    assert told["content"]["sha256"] == digests_of(b'{"text":"one"}').sha256


def test_it_names_every_file_with_its_digests(world: World, sealed: Manifest) -> None:
    files = {file["name"]: file for file in sealed.told["files"]}
    entry = world.issue.entries.order_by("position").first()
    assert set(files) == {"gazette.pdf", "gazette.epub", f"entries/{entry.pk}.pdf"}  # type: ignore[union-attr]
    found = digests_of(paper("one"))
    pdf = files["gazette.pdf"]
    assert (pdf["size"], pdf["sha256"], pdf["sm3"]) == (found.size, found.sha256, found.sm3)
    assert pdf["media_type"] == "application/pdf"
    assert pdf["signed_by"] is None
    assert files["gazette.epub"]["media_type"] == "application/epub+zip"


def test_it_has_one_form_only(sealed: Manifest) -> None:
    """Keys in order, UTF-8, no blanks: anybody can make its digest again."""
    assert canonical(json.loads(sealed.document)) == sealed.data
    assert "伊河州" in sealed.document
    assert digest(sealed.data) == sealed.sha256


def test_files_may_lie_on_the_disk(world: World, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper())
    made = seal(world.issue, {"gazette.pdf": tmp_path / "a.pdf"}, b"{}")
    assert made.told["files"][0]["sha256"] == digests_of(paper()).sha256


def test_the_next_issue_names_the_one_before(world: World, sealed: Manifest) -> None:
    next_one = seal_papers(_next_issue(world))
    assert next_one.position == 2
    assert next_one.told["previous"] == {"address": sealed.told["address"], "sha256": sealed.sha256}


def test_the_same_editions_again_are_the_same_manifest(world: World, sealed: Manifest) -> None:
    assert seal_papers(world.issue).pk == sealed.pk
    assert Manifest.objects.count() == 1


def test_a_corrected_edition_is_a_new_revision_at_the_end(world: World, sealed: Manifest) -> None:
    seal_papers(_next_issue(world))
    corrected = seal_papers(world.issue, "two")
    assert (corrected.revision, corrected.position) == (2, 3)
    assert corrected.told["address"] == "/yihe/2021/3/manifest-2.json"
    assert Manifest.objects.filter(pk=sealed.pk).exists()


def test_each_publication_has_a_chain_of_its_own(world: World, sealed: Manifest) -> None:
    other = worlds.issue(worlds.publication("donghe", "东河县"))
    made = seal(other, {"gazette.pdf": paper()}, b"{}")
    assert (made.position, made.previous) == (1, None)


def test_what_is_not_published_is_not_sealed(world: World) -> None:
    """Neither a draft nor what has been taken back."""
    draft = worlds.issue(world.gazette, number=4, published=False)
    world.issue.withdrawn_at = timezone.now()
    for issue in (draft, world.issue):
        with pytest.raises(ValueError, match="published"):
            seal(issue, {"gazette.pdf": paper()}, b"{}")
    assert not Manifest.objects.exists()


def test_a_manifest_is_never_changed_or_deleted(sealed: Manifest) -> None:
    for attempt in (
        sealed.save,
        sealed.delete,
        Manifest.objects.all().delete,
        SealedFile.objects.all().delete,
        lambda: Manifest.objects.update(revision=7),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_two_cannot_stand_in_one_place(world: World, sealed: Manifest) -> None:
    """Whatever the lock does: the database refuses a fork."""
    other = _next_issue(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Manifest.objects.create(
            publication=world.gazette,
            issue=other,
            position=1,
            revision=1,
            made_at=sealed.made_at,
            document="{}",
            sha256="0" * 64,
        )


def test_the_walk_finds_a_whole_chain_whole(world: World, sealed: Manifest) -> None:
    seal_papers(_next_issue(world))
    assert "2 份清单" in _walk("yihe")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("document = replace(document, 'gazette.epub', 'gazette.xpub')", "同它的摘要不符"),
        ("revision = 9", "数据库里的记录同清单不符"),
    ],
)
def test_the_walk_names_the_first_link_that_was_changed(
    world: World, sealed: Manifest, change: str, said: str
) -> None:
    """Somebody changes the database behind the site's back."""
    later = seal_papers(_next_issue(world))
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE sealing_manifest SET {change} WHERE id = %s", [later.pk])  # noqa: S608
    with pytest.raises(CommandError):
        _walk()
    assert said in _walk_told()
    assert "第5号" in _walk_told()


def test_a_change_with_a_fitting_digest_breaks_the_next_link(world: World, sealed: Manifest) -> None:
    """Who changes a manifest and its digest would have to change all that follow, and every copy of them."""
    seal_papers(_next_issue(world))
    document = sealed.document.replace("gazette.epub", "gazette.xpub")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sealing_sealedfile SET name = 'gazette.xpub' WHERE name = 'gazette.epub'")
        cursor.execute(
            "UPDATE sealing_manifest SET document = %s, sha256 = %s WHERE id = %s",
            [document, digest(document.encode()), sealed.pk],
        )
    assert "前一份清单的摘要同前一份清单不符" in _walk_told()


def test_a_manifest_that_was_taken_out_is_missed(world: World, sealed: Manifest) -> None:
    chain = [sealed, seal_papers(_next_issue(world)), seal_papers(world.issue, "two")]
    data = [manifest.data for manifest in chain]
    assert list(breaks(data)) == []
    assert list(breaks([data[0], data[2]])) == [Break("/yihe/2021/3/manifest-2.json", "missing")]
    assert list(breaks(data[1:])) == [Break("/yihe/2021/5/manifest-1.json", "first")]
    assert list(breaks(data[1:], from_start=False)) == []


def test_another_form_of_the_same_content_is_noticed(sealed: Manifest) -> None:
    spaced = json.dumps(sealed.told, ensure_ascii=False, indent=1, sort_keys=True).encode()
    assert [each.fault for each in breaks([spaced])] == ["form"]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"format":"gongbao-manifest","version":9}', b"\xff\xfe", b"[" * 100_000],
)
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(ManifestError):
        parsed(data)


def _walk(*arguments: str) -> str:
    out = StringIO()
    call_command("verify_chain", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def _walk_told() -> str:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_chain", stdout=out, stderr=out)
    return out.getvalue()


def _next_issue(world: World) -> Issue:
    made = worlds.issue(world.gazette, number=5)
    worlds.document(world.gazette, 5, printed_in=made)
    return made
