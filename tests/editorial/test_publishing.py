import datetime
from pathlib import Path

import pytest
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import Settings

from documents.models import Document
from editorial.errors import NotAllowed
from editorial.flows import publishing
from gazette.models import Issue
from tests import world as worlds
from tests.sealing.office import DAY, NOW, office


@pytest.fixture
def draft(world: worlds.World) -> Issue:
    """An issue with one document, not published."""
    summer = worlds.issue(world.gazette, number=4, published=False)
    worlds.document(world.gazette, 3, printed_in=summer)
    return summer


def test_a_second_person_publishes_an_issue_with_everything_in_it(
    draft: Issue, editor: User, signer: User
) -> None:
    """What one person has edited, another one makes public; the log names her."""
    with set_actor(editor):
        draft.entries.get().save()
    publishing.publish_issue(draft, signer)
    assert draft.is_published
    assert draft.published_by == signer
    assert Document.objects.published().filter(entry__issue=draft).exists()
    logged = LogEntry.objects.get_for_object(draft).get(additional_data__flow="publish_issue")
    assert logged.actor == signer


@pytest.mark.parametrize("part", ["issue", "entry", "document", "block", "citation"])
def test_nobody_publishes_what_she_has_edited(draft: Issue, signer: User, part: str) -> None:
    """A change to the issue or any part of it makes its author an editor of it."""
    document = Document.objects.get(entry__issue=draft)
    with set_actor(signer):
        match part:
            case "issue":
                draft.chief_editor = "王芳"
                draft.save()
            case "entry":
                entry = draft.entries.get()
                entry.printed_page = "99"
                entry.save()
            case "document":
                document.addressee = "各县市："
                document.save()
            case "block":
                block = document.blocks.first()
                assert block
                block.text = "改过的文字"
                block.save()
            case "citation":
                document.citations.create(relation="cites", doc_number="伊河政发〔2019〕1号")
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_issue(draft, signer)
    assert not draft.is_published


def test_who_deleted_a_part_is_an_editor_of_the_whole(draft: Issue, signer: User) -> None:
    """The log knows whose part a deleted block was."""
    block = Document.objects.get(entry__issue=draft).blocks.last()
    assert block
    with set_actor(signer):
        block.delete()
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_issue(draft, signer)


def test_who_edited_another_issue_may_publish_this_one(
    world: worlds.World, draft: Issue, signer: User
) -> None:
    """Only work on this issue counts."""
    with set_actor(signer):
        world.first.title = "另一个标题"
        world.first.save()
    publishing.publish_issue(draft, signer)
    assert draft.is_published


def test_who_brought_the_text_in_does_not_publish_it(draft: Issue, signer: User) -> None:
    """To import is to edit, even where nothing was changed afterwards."""
    source = worlds.source(draft.publication)
    source.imported_by = signer
    source.save()
    Issue.objects.filter(pk=draft.pk).update(source=source)
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_issue(draft, signer)


def test_without_the_permission_nobody_publishes(draft: Issue, editor: User) -> None:
    """An editor's role does not hold the power to publish."""
    with pytest.raises(NotAllowed, match="没有签发权限"):
        publishing.publish_issue(draft, editor)


def test_an_issue_without_contents_is_not_published(draft: Issue, signer: User) -> None:
    """An empty column would go out."""
    draft.entries.all().delete()
    with pytest.raises(NotAllowed, match="没有目录条目"):
        publishing.publish_issue(draft, signer)


def test_an_issue_is_published_once(world: worlds.World, signer: User) -> None:
    """A second click says so and does not move the time of publication."""
    before = world.issue.published_at
    with pytest.raises(NotAllowed, match="已经发布"):
        publishing.publish_issue(world.issue, signer)
    world.issue.refresh_from_db()
    assert world.issue.published_at == before


def test_a_withdrawn_issue_disappears_and_may_come_back(world: worlds.World, signer: User) -> None:
    """Withdrawing takes issue and documents from the public; publishing again clears it, by the same person."""
    publishing.withdraw_issue(world.issue, signer)
    assert world.issue.state_label() == "已撤回"
    assert not Issue.objects.published().exists()
    assert not Document.objects.published().exists()
    publishing.publish_issue(world.issue, signer)
    assert world.issue.withdrawn_at is None
    assert Issue.objects.published().get() == world.issue


def test_what_is_not_public_is_not_withdrawn(draft: Issue, signer: User) -> None:
    """There is nothing to take back."""
    with pytest.raises(NotAllowed, match="没有发布"):
        publishing.withdraw_issue(draft, signer)


def test_before_its_publication_an_issue_was_not_public(draft: Issue, signer: User) -> None:
    """`published(on=day)` answers for the day, not for now."""
    publishing.publish_issue(draft, signer)
    today = timezone.localdate()
    yesterday = today - datetime.timedelta(days=1)
    assert draft in Issue.objects.published(on=today)
    assert draft not in Issue.objects.published(on=yesterday)


def test_the_system_publishes_only_what_was_printed_long_ago(draft: Issue) -> None:
    """Without a person there is no approval; an archive issue had it when it was printed."""
    with pytest.raises(NotAllowed, match="依原刊收录"):
        publishing.publish_issue(draft, None)
    Issue.objects.filter(pk=draft.pk).update(as_printed=True)
    publishing.publish_issue(draft, None)
    assert draft.is_published
    assert draft.published_by is None


def test_a_collection_is_published_whole(world: worlds.World, signer: User) -> None:
    """All documents of a source that no issue holds become public together, and each can be withdrawn."""
    source = worlds.source(world.gazette)
    found = [worlds.document(world.gazette, serial, published=False) for serial in (7, 8)]
    Document.objects.filter(pk__in=[each.pk for each in found]).update(source=source)
    publishing.publish_collection(source, signer)
    assert set(found) <= set(Document.objects.published())
    publishing.withdraw_document(found[0], signer)
    assert found[0] not in Document.objects.published()
    assert found[1] in Document.objects.published()
    assert LogEntry.objects.get_for_object(source).filter(additional_data__flow="publish_collection").exists()


def test_nobody_publishes_a_collection_that_she_has_edited(world: worlds.World, signer: User) -> None:
    """Four eyes hold for documents without an issue as well."""
    source = worlds.source(world.gazette)
    alone = worlds.document(world.gazette, 7, published=False)
    alone.source = source
    with set_actor(signer):
        alone.save()
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_collection(source, signer)


def test_a_source_without_documents_of_its_own_has_nothing_to_publish(
    world: worlds.World, signer: User
) -> None:
    """A message, not a silent success."""
    with pytest.raises(NotAllowed, match="没有可以单独发布的文件"):
        publishing.publish_collection(worlds.source(world.gazette), signer)


def test_a_document_of_an_issue_is_withdrawn_with_its_issue(world: worlds.World, signer: User) -> None:
    """An issue is public whole or not at all."""
    with pytest.raises(NotAllowed, match="撤回刊登它的那一期"):
        publishing.withdraw_document(world.first, signer)


def test_what_could_not_be_signed_is_not_published(
    signer: User, draft: Issue, settings: Settings, tmp_path: Path
) -> None:
    """An expired certificate is told before readers see anything, not by a job afterwards."""
    settings.SEAL = office(tmp_path, begins=NOW - 9 * DAY, ends=NOW - DAY).settings
    with pytest.raises(NotAllowed, match="过期"):
        publishing.publish_issue(draft, signer)
    draft.refresh_from_db()
    assert not draft.is_published
