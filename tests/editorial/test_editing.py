import pytest
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from documents.models import Block, Document, FormerAddress
from editorial.flows import publishing
from gazette.models import Issue
from tests import world as worlds
from tests.editorial.forms import change_url, opened


@pytest.fixture
def draft(world: worlds.World) -> Document:
    """A document of an issue that is not published."""
    summer = worlds.issue(world.gazette, number=4, published=False)
    return worlds.document(world.gazette, 3, printed_in=summer)


def test_a_saved_correction_is_marked_and_logged(desk: Client, editor: User, draft: Document) -> None:
    """Only the changed record is marked, with the changed field; the log names the editor."""
    first, second = draft.blocks.all()[:2]
    form = opened(desk, draft)
    saved = desk.post(change_url(draft), {**form, "title": "改正的标题", "blocks-0-text": "改正的文字。"})
    assert saved.status_code == 302, saved.context["errors"]
    for record in (draft, first, second):
        record.refresh_from_db()
    assert draft.title == "改正的标题"
    assert draft.edited_fields == ["title"]
    assert first.text == "改正的文字。"
    assert first.edited_fields == ["text"]
    assert second.edited_fields == []
    assert LogEntry.objects.get_for_object(first).latest().actor == editor


def test_saving_without_a_change_changes_nothing(desk: Client, draft: Document) -> None:
    """To open and save is no edit: nothing is marked, and nobody becomes an editor of it."""
    before = list(draft.blocks.values())
    assert desk.post(change_url(draft), opened(desk, draft)).status_code == 302
    draft.refresh_from_db()
    assert draft.edited_fields == []
    assert list(draft.blocks.values()) == before
    assert not LogEntry.objects.get_for_object(draft).filter(actor__isnull=False).exists()


def test_a_published_record_is_shown_but_not_edited(desk: Client, world: worlds.World) -> None:
    """The page says that the issue must be withdrawn first, and has no field."""
    for record in (world.first, world.issue):
        page = desk.get(change_url(record))
        assert "请由签发人先撤回" in page.content.decode()
        assert 'name="title"' not in page.content.decode()
        assert 'name="_save"' not in page.content.decode()
        for inline in page.context["inline_admin_formsets"]:
            assert not inline.has_change_permission
            assert not inline.has_add_permission


def test_a_form_opened_before_publishing_is_refused_and_keeps_what_was_typed(
    desk: Client, draft: Document, signer: User
) -> None:
    """Publishing wins; the editor reads why, and her text is still there."""
    form = opened(desk, draft)
    assert draft.entry
    publishing.publish_issue(draft.entry.issue, signer)
    answer = desk.post(change_url(draft), {**form, "blocks-0-text": "迟到的改动"})
    assert answer.status_code == 200
    assert "已经发布" in answer.content.decode()
    assert "迟到的改动" in answer.content.decode()
    assert not Block.objects.filter(text="迟到的改动").exists()


def test_what_was_printed_long_ago_is_corrected_at_once(
    desk: Client, editor: User, world: worlds.World
) -> None:
    """A misreading of an archive issue is put right while it is public, marked and logged."""
    Issue.objects.filter(pk=world.issue.pk).update(as_printed=True)
    form = opened(desk, world.first)
    assert desk.post(change_url(world.first), {**form, "issuer": "伊河州人民政府办公室"}).status_code == 302
    world.first.refresh_from_db()
    assert world.first.edited_fields == ["issuer"]
    logged = LogEntry.objects.get_for_object(world.first).latest()
    assert logged.actor == editor
    assert logged.changes["issuer"] == ["伊河州人民政府", "伊河州人民政府办公室"]


@pytest.mark.parametrize("part", ["document", "block"])
def test_a_form_does_not_overwrite_what_a_colleague_saved_meanwhile(
    desk: Client, draft: Document, signer: User, part: str
) -> None:
    """The second to save is refused, is told who was first, and loses nothing that she typed."""
    form = opened(desk, draft)
    record = draft if part == "document" else draft.blocks.first()
    assert record
    with set_actor(signer):
        setattr(record, "addressee" if part == "document" else "text", "先存的")
        record.save()
    answer = desk.post(change_url(draft), {**form, "blocks-1-text": "后写的"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "以免覆盖" in page
    assert "后写的" in page
    assert Block.objects.filter(text="后写的").count() == 0
    record.refresh_from_db()
    assert "先存的" in (draft.addressee, getattr(record, "text", ""))
    if part == "document":
        assert "王芳 改动了" in page


def test_a_block_that_a_colleague_deleted_does_not_take_the_typed_text_along(
    desk: Client, draft: Document
) -> None:
    """Even the form of a vanished block comes back with its text."""
    form = opened(desk, draft)
    last = draft.blocks.last()
    assert last
    last.delete()
    answer = desk.post(change_url(draft), {**form, "blocks-8-rows": "甲｜乙", "blocks-0-text": "后写的"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "以免覆盖" in page
    assert "后写的" in page
    assert "甲｜乙" in page


def test_a_forged_form_does_not_reach_into_another_document(
    desk: Client, world: worlds.World, draft: Document
) -> None:
    """A block of a published document is not edited by way of a draft."""
    closed = world.first.blocks.first()
    assert closed
    forged = {**opened(desk, draft), "blocks-0-id": closed.pk, "blocks-0-text": "夹带"}
    assert desk.post(change_url(draft), forged).status_code == 200
    closed.refresh_from_db()
    assert closed.document == world.first
    assert closed.text != "夹带"


def test_an_issue_is_not_overwritten_either(desk: Client, draft: Document) -> None:
    """The contents belong to the issue's form."""
    assert draft.entry
    issue = draft.entry.issue
    form = opened(desk, issue)
    draft.entry.title = "先存的"
    draft.entry.save()
    answer = desk.post(change_url(issue), {**form, "entries-0-title": "后写的"})
    assert "以免覆盖" in answer.content.decode()
    assert "后写的" in answer.content.decode()
    assert issue.entries.get().title == "先存的"


def test_a_new_address_leads_on_from_the_old_one(desk: Client, draft: Document) -> None:
    """The number is corrected, the address follows it, and the former one is kept for ever."""
    form = opened(desk, draft)
    changes = {"doc_number": "伊河政发〔2021〕30号", "renew_address": "on"}
    assert desk.post(change_url(draft), {**form, **changes}).status_code == 302
    draft.refresh_from_db()
    assert draft.slug == "yihezhengfa-2021-30"
    assert FormerAddress.objects.get(document=draft).slug == "yihezhengfa-2021-3"
    assert draft.edited_fields == ["doc_number", "slug"]


def test_a_former_address_is_never_given_to_another_document(desk: Client, draft: Document) -> None:
    """Whoever follows an old link must not arrive at another document."""
    other = worlds.document(draft.publication, 4, published=False)
    FormerAddress.objects.create(publication=draft.publication, slug="jiu-dizhi", document=other)
    answer = desk.post(change_url(draft), {**opened(desk, draft), "slug": "jiu-dizhi"})
    assert "属于另一份文件" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.slug == "yihezhengfa-2021-3"


def test_a_document_may_return_to_its_own_former_address(desk: Client, draft: Document) -> None:
    """Then the address in between becomes the former one."""
    for slug in ("xin-dizhi", "yihezhengfa-2021-3"):
        assert desk.post(change_url(draft), {**opened(desk, draft), "slug": slug}).status_code == 302
    draft.refresh_from_db()
    assert draft.slug == "yihezhengfa-2021-3"
    assert FormerAddress.objects.get(document=draft).slug == "xin-dizhi"


def test_a_document_is_not_moved_into_a_published_issue(
    desk: Client, world: worlds.World, draft: Document
) -> None:
    """What is public does not grow behind the signer's back."""
    closed = world.issue.entries.create(title="空条目", position=9)
    answer = desk.post(change_url(draft), {**opened(desk, draft), "entry": closed.pk})
    assert "请先撤回那一期" in answer.content.decode()


@pytest.mark.parametrize("way", ["into", "out of", "by deleting its entry out of"])
def test_an_editor_alone_moves_nothing(desk: Client, world: worlds.World, draft: Document, way: str) -> None:
    """An archive issue is open to corrections, but what is public in it is not hers to decide."""
    Issue.objects.filter(pk=world.issue.pk).update(as_printed=True)
    public = set(Document.objects.published())
    if way == "into":
        free = world.issue.entries.create(title="空条目", position=9)
        desk.post(change_url(draft), {**opened(desk, draft), "entry": free.pk})
    elif way == "out of":
        desk.post(change_url(world.first), {**opened(desk, world.first), "entry": ""})
    else:
        desk.post(change_url(world.issue), {**opened(desk, world.issue), "entries-0-DELETE": "on"})
    assert set(Document.objects.published()) == public


def test_an_attachment_with_text_is_not_deleted_by_a_tick(desk: Client, draft: Document) -> None:
    """Its text would go with it."""
    answer = desk.post(change_url(draft), {**opened(desk, draft), "attachments-0-DELETE": "on"})
    assert "里还有1段文字" in answer.content.decode()
    assert draft.attachments.exists()


def test_a_new_block_takes_the_place_that_it_is_given(desk: Client, draft: Document) -> None:
    """A block with the position of another one comes after it, and all are counted anew."""
    new = {"blocks-9-position": "1", "blocks-9-kind": "paragraph", "blocks-9-level": "0"}
    form = {**opened(desk, draft), **new, "blocks-9-text": "补上的一段。", "blocks-TOTAL_FORMS": "10"}
    assert desk.post(change_url(draft), form).status_code == 302
    assert [block.position for block in draft.blocks.all()] == list(range(1, 11))
    assert draft.blocks.all()[1].text == "补上的一段。"


def test_a_block_is_moved_into_an_attachment_of_its_document(desk: Client, draft: Document) -> None:
    """The choice holds this document's attachments and no others."""
    annex = draft.attachments.get()
    foreign = worlds.document(draft.publication, 5, published=False).attachments.get()
    form = opened(desk, draft)
    refused = desk.post(change_url(draft), {**form, "blocks-0-attachment": foreign.pk})
    assert refused.status_code == 200
    assert desk.post(change_url(draft), {**form, "blocks-0-attachment": annex.pk}).status_code == 302
    assert draft.blocks.all()[0].attachment == annex


def test_the_form_of_a_long_document_takes_no_more_queries(desk: Client, draft: Document) -> None:
    """Ten blocks or a hundred, half of them in an attachment: the same number of queries."""
    source = worlds.source(draft.publication, "\n".join(f"原文{number}" for number in range(200)))
    Document.objects.filter(pk=draft.pk).update(source=source)
    counts = []
    for wanted in (10, 100):
        for position in range(draft.blocks.count() + 1, wanted + 1):
            Block.objects.create(
                document=draft,
                attachment=draft.attachments.get() if position % 2 else None,
                position=position,
                text="一段",
                source=source,
                source_lines=[[position, position]],
            )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = desk.get(change_url(draft))
        counts.append(len(queries))
        assert f"原文{wanted - 1}" in page.content.decode()
    assert counts[0] == counts[1]
