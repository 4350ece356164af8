"""Editors bring in pictures, put them into a text, and merge the cells of tables."""

import io
from pathlib import Path
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from documents.figures import path_of
from documents.models import Block, BlockKind, Document, Figure
from editorial.audit import editors_of, records_about
from editorial.errors import NotAllowed
from editorial.flows import publishing
from tests import world as worlds
from tests.editorial.forms import beside, change_url, opened
from tests.pictures import file_of, shown_in


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def draft(world: worlds.World) -> Document:
    summer = worlds.issue(world.gazette, number=4, published=False)
    return worlds.document(world.gazette, 3, printed_in=summer)


def added(form: dict[str, str], file: bytes | None, alt: str = "示意图", **more: str) -> dict[str, Any]:
    """The form with a row for a picture, behind those that are there already."""
    row = int(form["figures-TOTAL_FORMS"])
    filled: dict[str, Any] = {**form, "figures-TOTAL_FORMS": str(row + 1), f"figures-{row}-alt": alt}
    filled |= {f"figures-{row}-{name}": value for name, value in more.items()}
    if file is not None:
        filled[f"figures-{row}-picture"] = SimpleUploadedFile("图.png", file)
    return filled


class TestUpload:
    def test_a_picture_is_put_behind_the_paragraph_that_is_named(
        self, desk: Client, editor: User, draft: Document
    ) -> None:
        """One step: the picture, its words, its place, and what is printed under it."""
        form = added(opened(desk, draft), file_of(), after="1", caption="图1 供暖范围")
        saved = desk.post(change_url(draft), form)
        assert saved.status_code == 302, saved.context["errors"]
        figure = draft.figures.get()
        assert (figure.alt, figure.format, figure.width, figure.height) == ("示意图", "png", 120, 80)
        with Image.open(path_of(figure.file_name)) as kept:
            assert kept.size == (120, 80)
        second = draft.blocks.all()[1]
        assert (second.kind, second.text, second.figure, second.position) == (
            BlockKind.FIGURE,
            "图1 供暖范围",
            figure,
            2,
        )
        assert [block.position for block in draft.blocks.all()] == list(range(1, 11))
        assert second.edited_fields == ["figure", "text"]
        assert {log.actor for log in records_about(draft).filter(content_type__model="figure")} == {editor}

    def test_without_a_place_it_stands_last(self, desk: Client, draft: Document) -> None:
        """Within the attachment that the last block stands in."""
        assert desk.post(change_url(draft), added(opened(desk, draft), file_of())).status_code == 302
        last = draft.blocks.last()
        assert last
        assert last.kind == BlockKind.FIGURE
        assert last.attachment == draft.attachments.get()

    @pytest.mark.parametrize(
        ("file", "said"),
        [
            (None, "请选择图片文件"),
            (b"GIF89a", "不是 PNG、JPEG 或 TIFF 图片"),
            (file_of("GIF", "P"), "不是 PNG、JPEG 或 TIFF 图片"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "不是 PNG、JPEG 或 TIFF 图片"),
            (file_of(size=(300, 300))[:-60], "不完整或已经损坏"),
            (file_of(save_all=True, append_images=[Image.new("RGB", (120, 80), "red")]), "不止一张图"),
            (file_of(mode="1", size=(10_001, 10_000)), "10001×10000 像素，最多 10000 万像素"),
        ],
        ids=["none", "half", "gif", "svg", "truncated", "animated", "huge"],
    )
    def test_what_is_no_good_picture_is_refused_and_nothing_typed_is_lost(
        self, desk: Client, draft: Document, folder: Path, file: bytes | None, said: str
    ) -> None:
        form = added({**opened(desk, draft), "blocks-0-text": "改正的文字。"}, file, caption="图题")
        page = desk.post(change_url(draft), form)
        assert page.status_code == 200
        assert said in beside(page, "figures-0-picture")
        for typed in ("改正的文字。", "示意图", "图题"):
            assert typed in page.content.decode()
        assert not Figure.objects.exists()
        assert not (folder / "figures").exists()

    def test_a_picture_needs_words(self, desk: Client, draft: Document) -> None:
        """Who cannot see it hears them."""
        page = desk.post(change_url(draft), added(opened(desk, draft), file_of(), alt=""))
        assert beside(page, "figures-0-alt")
        assert not Figure.objects.exists()

    def test_a_picture_that_must_be_chosen_again_is_named(self, desk: Client, draft: Document) -> None:
        """A fault elsewhere sends the page back without the files, a new one's and a replacement's alike."""
        shown_in(draft)
        form: dict[str, Any] = {**opened(desk, draft), "title": ""}
        form["figures-0-picture"] = SimpleUploadedFile("新图.png", file_of())
        page = desk.post(change_url(draft), added(form, file_of()))
        assert page.status_code == 200
        assert beside(page, "figures-0-picture") == "没有保存，图片“新图.png”要重新选择。"
        assert "重新选择" in beside(page, "figures-1-picture")
        assert page.content.decode().count("要重新选择。") == 2

    def test_another_picture_takes_its_place(self, desk: Client, draft: Document) -> None:
        """The text goes on showing it; the former file is not changed."""
        figure = shown_in(draft)
        former = path_of(figure.file_name)
        kept = former.read_bytes()
        form: dict[str, Any] = opened(desk, draft)
        form["figures-0-picture"] = SimpleUploadedFile("b.jpg", file_of("JPEG", size=(60, 90)))
        assert desk.post(change_url(draft), form).status_code == 302
        figure.refresh_from_db()
        assert (figure.format, figure.width, figure.height) == ("jpg", 60, 90)
        assert figure.blocks.get().document == draft
        assert former.read_bytes() == kept

    def test_a_form_of_many_pictures_is_taken(self, desk: Client, draft: Document) -> None:
        """A browser sends a part for each field of a file, also where no file was chosen."""
        form: dict[str, Any] = added(opened(desk, draft), file_of())
        form |= {f"figures-{row}-picture": io.BytesIO(b"") for row in range(1, 151)}
        assert desk.post(change_url(draft), form).status_code == 302


class TestRules:
    def test_who_brought_in_a_picture_does_not_publish(
        self, desk: Client, editor: User, signer: User, draft: Document
    ) -> None:
        """A picture is part of the text: a second person publishes."""
        assert draft.entry
        issue = draft.entry.issue
        figure = shown_in(draft)
        form = {**opened(desk, draft), "figures-0-alt": "更正的说明"}
        assert desk.post(change_url(draft), form).status_code == 302
        figure.refresh_from_db()
        assert figure.alt == "更正的说明"
        assert editor.pk in editors_of(issue)
        editor.groups.add(*signer.groups.all())
        editor = User.objects.get(pk=editor.pk)
        with pytest.raises(NotAllowed):
            publishing.publish_issue(issue, editor)

    def test_pictures_of_what_is_published_are_closed(self, desk: Client, world: worlds.World) -> None:
        shown_in(world.first)
        page = desk.get(change_url(world.first)).content.decode()
        assert 'name="figures-0-alt"' not in page
        assert 'type="file"' not in page
        assert "供暖范围示意图" in page

    def test_a_form_does_not_overwrite_what_a_colleague_changed_in_a_picture(
        self, desk: Client, draft: Document
    ) -> None:
        figure = shown_in(draft)
        form = opened(desk, draft)
        Figure.objects.filter(pk=figure.pk).update(alt="先存的")
        page = desk.post(change_url(draft), {**form, "figures-0-alt": "后写的"})
        assert "以免覆盖" in page.content.decode()
        assert "后写的" in page.content.decode()

    def test_saving_without_a_change_changes_nothing(self, desk: Client, draft: Document) -> None:
        shown_in(draft)
        Block.objects.filter(document=draft, kind=BlockKind.TABLE).update(
            rows=[["甲", ""], ["丙", "丁"]], spans=[[0, 0, 1, 2]]
        )
        assert desk.post(change_url(draft), opened(desk, draft)).status_code == 302
        assert not LogEntry.objects.filter(actor__isnull=False, content_type__model="figure").exists()
        assert not Block.objects.filter(document=draft).exclude(edited_fields=[]).exists()

    def test_a_picture_in_the_text_is_not_deleted_by_a_tick(self, desk: Client, draft: Document) -> None:
        """The place in the text goes first, then the picture."""
        shown_in(draft)
        page = desk.post(change_url(draft), {**opened(desk, draft), "figures-0-DELETE": "on"})
        assert "请先删除那一段" in page.content.decode()
        form = opened(desk, draft)
        assert desk.post(change_url(draft), {**form, "blocks-9-DELETE": "on"}).status_code == 302
        assert draft.figures.exists()
        form = opened(desk, draft)
        assert desk.post(change_url(draft), {**form, "figures-0-DELETE": "on"}).status_code == 302
        assert not draft.figures.exists()

    def test_a_block_says_which_picture(self, desk: Client, draft: Document) -> None:
        """A figure block has one, any other none, and only one of its own document."""
        figure = shown_in(draft)
        form = opened(desk, draft)
        page = desk.post(change_url(draft), {**form, "blocks-9-figure": ""})
        assert "请选择图片" in beside(page, "blocks-9-figure")
        page = desk.post(change_url(draft), {**form, "blocks-0-figure": str(figure.pk)})
        assert "只有类型为“图”的才选图片" in beside(page, "blocks-0-figure")
        foreign = shown_in(worlds.document(draft.publication, 4, published=False))
        page = desk.post(change_url(draft), {**form, "blocks-9-figure": str(foreign.pk)})
        assert page.status_code == 200
        assert beside(page, "blocks-9-figure")


class TestPreview:
    def test_editors_see_the_pictures_of_a_draft(self, desk: Client, draft: Document) -> None:
        figure = shown_in(draft)
        address = reverse("admin:documents_document_figure", args=[draft.pk, figure.sha256, "png"])
        for page in (change_url(draft), reverse("admin:documents_document_preview", args=[draft.pk])):
            assert f'<img src="{address}" alt="供暖范围示意图"' in desk.get(page).content.decode()
        answer = desk.get(address)
        assert b"".join(answer) == file_of()  # type: ignore[arg-type]
        assert "no-store" in answer["Cache-Control"]

    def test_nobody_else_sees_them(self, client: Client, draft: Document) -> None:
        figure = shown_in(draft)
        address = reverse("admin:documents_document_figure", args=[draft.pk, figure.sha256, "png"])
        assert client.get(address).status_code == 302
        assert client.get(figure.get_absolute_url()).status_code == 404
        client.force_login(worlds.editor("外人"))
        assert client.get(address).status_code == 403


class TestMergedCells:
    ROWS = "项目｜本月｜\n｜数量｜金额\n白杨｜3｜20"

    @pytest.fixture
    def form(self, desk: Client, draft: Document) -> dict[str, str]:
        """The table of the attachment, with merged cells to be."""
        return {**opened(desk, draft), "blocks-8-rows": self.ROWS}

    def test_they_are_written_as_people_say_them(
        self, desk: Client, draft: Document, form: dict[str, str]
    ) -> None:
        """In any widths of digits and with any blanks; shown again in one form."""
        spans = "第１行第1列起，2行×1列\n\n 第1行 第2列 起, 1行 x 2列 "
        assert desk.post(change_url(draft), {**form, "blocks-8-spans": spans}).status_code == 302
        block = draft.blocks.get(kind=BlockKind.TABLE)
        assert block.spans == [[0, 0, 2, 1], [0, 1, 1, 2]]
        assert block.edited_fields == ["rows", "spans"]
        assert opened(desk, draft)["blocks-8-spans"] == "第1行第1列起，2行×1列\n第1行第2列起，1行×2列"

    @pytest.mark.parametrize(
        ("spans", "said"),
        [
            ("第1行第1列起，2行×1列\n合并第一行", "第2行“合并第一行”看不懂"),
            ("第0行第1列起，2行×1列", "至少要占两格"),
            ("第1行第1列起，4行×1列", "表格只有3行3列"),
            ("第2行第1列起，2行×1列", "盖住了第3行第1列的“白杨”"),
            ("第1行第1列起，2行×1列\n第2行第1列起，1行×2列", "重叠"),
        ],
    )
    def test_what_does_not_fit_is_told_beside_the_field(
        self, desk: Client, draft: Document, form: dict[str, str], spans: str, said: str
    ) -> None:
        page = desk.post(change_url(draft), {**form, "blocks-8-spans": spans})
        assert said in beside(page, "blocks-8-spans")
        assert spans.split("\n")[0] in page.content.decode()

    def test_only_tables_have_them(self, desk: Client, draft: Document, form: dict[str, str]) -> None:
        page = desk.post(change_url(draft), {**form, "blocks-0-spans": "第1行第1列起，2行×1列"})
        assert "只有类型为“表格”的才填这一栏" in beside(page, "blocks-0-spans")
