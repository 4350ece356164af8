"""The pictures of documents: kept outside the web's reach, shown with a public document, printed."""

import stat
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from documents.figures import MissingFigureError, images_of, keep, path_of
from documents.models import Block, BlockKind, Document, Figure, FormerAddress
from tests.pages.page import Page
from tests.pictures import file_of, shown_in
from tests.world import World


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def figure(world: World) -> Figure:
    return shown_in(world.first)


class TestKeeping:
    def test_a_file_is_named_by_its_bytes(self, folder: Path) -> None:
        """The same picture is kept once, whole, and is no program."""
        data = file_of()
        assert keep(data, "png") == keep(data, "png")
        (path,) = [each for each in (folder / "figures").rglob("*") if each.is_file()]
        assert path == path_of(f"{keep(data, 'png')}.png")
        assert path.read_bytes() == data
        assert stat.S_IMODE(path.stat().st_mode) == 0o644

    def test_a_damaged_file_is_mended_by_bringing_the_picture_in_again(self, figure: Figure) -> None:
        """As the message about it says."""
        path_of(figure.file_name).write_bytes(b"half of")
        keep(file_of(), "png")
        assert path_of(figure.file_name).read_bytes() == file_of()

    @pytest.mark.parametrize(
        "name", ["../x.png", "a.png", "", f"{'0' * 64}.svg", f"{'0' * 64}.png/..", "/etc/passwd"]
    )
    def test_no_other_name_leads_to_a_file(self, name: str) -> None:
        with pytest.raises(ValueError, match=r".*"):
            path_of(name)

    def test_images_are_those_that_the_text_shows(self, figure: Figure) -> None:
        blocks = figure.document.blocks.all()
        assert images_of(blocks) == {f"{figure.sha256}.png": file_of()}
        assert images_of(blocks.exclude(kind=BlockKind.FIGURE)) == {}

    @pytest.mark.parametrize("fate", ["lost", "changed"])
    def test_a_lost_file_is_told_with_document_and_picture(self, figure: Figure, fate: str) -> None:
        """What is no longer the picture that was kept counts as lost."""
        path = path_of(figure.file_name)
        path.unlink() if fate == "lost" else path.write_bytes(b"another")
        with pytest.raises(MissingFigureError, match="《关于做好冬季供暖工作的通知》的图“供暖范围示意图”"):
            images_of(figure.document.blocks.all())


class TestRecords:
    def test_a_figure_block_has_a_picture_and_no_other_has_one(self, figure: Figure) -> None:
        for kind, held in ((BlockKind.FIGURE, None), (BlockKind.PARAGRAPH, figure)):
            with pytest.raises(IntegrityError), transaction.atomic():
                Block.objects.create(document=figure.document, position=1, kind=kind, figure=held)

    def test_every_picture_is_told_in_words(self, world: World) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            Figure.objects.create(
                document=world.first, alt="", format="png", width=1, height=1, sha256="0" * 64
            )

    def test_pictures_go_with_their_document(self, figure: Figure) -> None:
        figure.document.delete()
        assert not Figure.objects.exists()


class TestPage:
    def test_the_page_shows_it_with_its_words(self, client: Client, figure: Figure) -> None:
        """The size is told, so that the text does not jump; it is loaded when it comes in sight."""
        page = Page(client, figure.document.get_absolute_url())
        shown = page.one(".//figure[@class='picture']")
        assert shown.get("id") == "tu-1"
        (image,) = shown.findall("./img")
        assert image.attrib == {
            "src": figure.get_absolute_url(),
            "alt": "供暖范围示意图",
            "width": "120",
            "height": "80",
            "loading": "lazy",
        }
        assert [each.text for each in shown.findall("./figcaption")] == ["图1 供暖范围"]

    def test_tables_are_counted_apart_from_pictures(self, client: Client, figure: Figure) -> None:
        """A picture before a table does not change the table's address."""
        Block.objects.filter(figure=figure).update(position=0)
        page = Page(client, figure.document.get_absolute_url())
        assert page.one(".//figure[@class='table-figure']").get("id") == "biao-1"
        assert client.get(f"{figure.document.get_absolute_url()}tables/1.csv").status_code == 200

    def test_a_document_of_many_pictures_asks_no_more_of_the_database(
        self, client: Client, figure: Figure
    ) -> None:
        with CaptureQueriesContext(connection) as one:
            client.get(figure.document.get_absolute_url())
        for _each in range(5):
            shown_in(figure.document)
        with CaptureQueriesContext(connection) as six:
            client.get(figure.document.get_absolute_url())
        assert len(six) == len(one)


class TestFile:
    def test_it_is_given_as_a_picture_that_never_changes(self, client: Client, figure: Figure) -> None:
        answer = client.get(figure.get_absolute_url())
        assert b"".join(answer) == file_of()  # type: ignore[arg-type]
        assert answer["Content-Type"] == "image/png"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "public, max-age=86400, immutable"

    def test_it_is_public_only_with_its_document(self, client: Client, world: World, figure: Figure) -> None:
        address = figure.get_absolute_url()
        world.issue.withdrawn_at = timezone.now()
        world.issue.save()
        assert client.get(address).status_code == 410
        world.issue.withdrawn_at = world.issue.published_at = None
        world.issue.save()
        assert client.get(address).status_code == 404

    def test_a_picture_that_no_text_shows_is_not_public(self, client: Client, figure: Figure) -> None:
        figure.blocks.all().delete()
        assert client.get(figure.get_absolute_url()).status_code == 404

    def test_it_is_not_given_as_part_of_another_document(
        self, client: Client, world: World, figure: Figure
    ) -> None:
        address = figure.get_absolute_url().replace(world.first.slug, world.second.slug)
        assert client.get(address).status_code == 404

    def test_it_moves_with_its_document(self, client: Client, world: World, figure: Figure) -> None:
        FormerAddress.objects.create(publication=world.gazette, slug="jiu", document=world.first)
        answer = client.get(figure.get_absolute_url().replace(world.first.slug, "jiu"))
        assert (answer.status_code, answer["Location"]) == (301, figure.get_absolute_url())

    def test_a_lost_file_is_not_found_and_the_page_stands(self, client: Client, figure: Figure) -> None:
        """Readers get the words in its place."""
        path_of(figure.file_name).unlink()
        assert client.get(figure.get_absolute_url()).status_code == 404
        page = Page(client, figure.document.get_absolute_url())
        assert page.one(".//figure[@class='picture']/img").get("alt") == "供暖范围示意图"

    def test_the_api_tells_where_it_is(self, client: Client, figure: Figure) -> None:
        told = client.get("/api/v1/documents/yihe/yihezhengfa-2021-1/").json()["blocks"][-1]
        assert told["text"] == "图1 供暖范围"
        assert told["figure"] == {
            "file": f"http://testserver{figure.get_absolute_url()}",
            "alt": "供暖范围示意图",
            "format": "png",
            "width": 120,
            "height": 80,
            "sha256": figure.sha256,
        }


def test_documents_have_figures_of_their_own(world: World) -> None:
    """The same picture in two documents is one file and two figures."""
    first, second = shown_in(world.first), shown_in(world.second)
    assert first.sha256 == second.sha256
    assert Document.objects.filter(figures__sha256=first.sha256).count() == 2
