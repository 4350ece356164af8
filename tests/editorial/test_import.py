from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from documents.models import Document
from editorial.errors import NotAllowed
from editorial.flows import publishing
from gazette.models import Issue, Publication, Source
from intake.models import Submission
from tests import world as worlds
from tests.editorial.conftest import member
from tests.editorial.forms import change_url, messages
from tests.editorial.submissions import IMPORT, accept, read, upload

ISSUES = Path(settings.BASE_DIR) / "fixtures" / "issues"


@pytest.fixture
def ili(db: None) -> Publication:
    return worlds.publication("ili", "伊犁哈萨克自治州")


def accepted(client: Client, publication: Publication, name: str, **more: str) -> Source:
    """A real text that was brought in, read and accepted as it was read."""
    upload(client, publication, (ISSUES / name).read_bytes(), name, **more)
    return accept(client, read(Submission.objects.get()))


def test_an_editor_brings_a_text_in_and_sees_what_was_read(
    desk: Client, editor: User, ili: Publication
) -> None:
    """The text stands beside the issue, its documents and the problems; everything is a draft of hers."""
    source = accepted(desk, ili, "ili-2018-01.txt")
    assert source.imported_by == editor
    shown = desk.get(change_url(source)).content.decode()
    for document in Document.objects.all():
        assert change_url(document) in shown
    for problem in source.problems:
        assert str(problem["message"]).split("“")[0] in shown
    assert 'id="L1"' in shown
    assert change_url(Issue.objects.get()) in shown
    assert not Issue.objects.published().exists()


def test_a_publication_that_does_not_exist_cannot_be_chosen(desk: Client, ili: Publication) -> None:
    """The form offers what there is, and takes nothing else."""
    page = upload(desk, "999999", (ISSUES / "ili-2023.txt").read_bytes())
    assert page.context["form"].errors["publication"]
    assert not Submission.objects.exists()
    assert not Source.objects.exists()


def test_an_archive_issue_that_a_person_brings_in_waits_for_a_second_person(
    desk: Client, editor: User, signer: User, ili: Publication
) -> None:
    """依原刊收录 opens no way around the four eyes."""
    accepted(desk, ili, "ili-2018-01.txt", as_printed="on")
    issue = Issue.objects.get()
    assert issue.as_printed
    assert not issue.is_published
    editor.user_permissions.add(Permission.objects.get(codename="publish_issue"))
    with pytest.raises(NotAllowed, match="另一人签发"):
        publishing.publish_issue(issue, User.objects.get(pk=editor.pk))
    publishing.publish_issue(issue, signer)
    assert issue.is_published


def test_a_signer_does_not_bring_texts_in(client: Client, signer: User) -> None:
    """It is the editors' work."""
    client.force_login(signer)
    assert client.get(reverse(IMPORT)).status_code == 403


def test_a_source_is_never_changed_or_deleted(desk: Client, world: worlds.World) -> None:
    """What came in stays as it came."""
    source = worlds.source(world.gazette)
    assert desk.post(change_url(source), {"name": "x"}).status_code == 405
    assert desk.post(reverse("admin:gazette_source_delete", args=[source.pk])).status_code == 403


def test_the_list_of_sources_counts_their_problems(desk: Client, world: worlds.World) -> None:
    """Counted in the database, without reading the texts."""
    source = worlds.source(world.gazette)
    source.reading = {"problems": [{"severity": "note"}, {"severity": "error"}]}
    source.save()
    page = desk.get(reverse("admin:gazette_source_changelist"))
    assert '<td class="field-problem_count">2</td>' in page.content.decode()


def test_an_issue_is_published_and_withdrawn_by_buttons(
    client: Client, signer: User, world: worlds.World
) -> None:
    """A page to confirm, then the step, then a message; looking changes nothing."""
    draft = worlds.issue(world.gazette, number=4, published=False)
    worlds.document(world.gazette, 3, printed_in=draft)
    client.force_login(signer)
    assert (
        reverse("admin:gazette_issue_publish", args=[draft.pk])
        in client.get(change_url(draft)).content.decode()
    )
    for step, message in (("publish", "已签发"), ("withdraw", "已撤回")):
        address = reverse(f"admin:gazette_issue_{step}", args=[draft.pk])
        before = Issue.objects.published().count()
        assert "确认" in client.get(address).content.decode()
        assert Issue.objects.published().count() == before
        assert message in messages(client.post(address, follow=True))
        assert Issue.objects.published().count() != before


def test_a_refused_step_says_why(client: Client, signer: User, world: worlds.World) -> None:
    """The reason of the refusal is the message."""
    client.force_login(signer)
    address = reverse("admin:gazette_issue_publish", args=[world.issue.pk])
    assert "这一期已经发布" in messages(client.post(address, follow=True))


def test_an_editor_has_no_way_to_the_steps_of_publishing(desk: Client, world: worlds.World) -> None:
    """Neither a button nor the page behind it."""
    assert "withdraw" not in desk.get(change_url(world.issue)).content.decode()
    for step in ("publish", "withdraw"):
        assert desk.post(reverse(f"admin:gazette_issue_{step}", args=[world.issue.pk])).status_code == 403


def test_a_draft_is_previewed(desk: Client, world: worlds.World) -> None:
    """Contents and text as readers will see them, marked as not published."""
    draft = worlds.issue(world.gazette, number=4, published=False)
    document = worlds.document(world.gazette, 3, printed_in=draft)
    contents = desk.get(reverse("admin:gazette_issue_preview", args=[draft.pk])).content.decode()
    assert "预览，未发布" in contents
    assert reverse("admin:documents_document_preview", args=[document.pk]) in contents
    text = desk.get(reverse("admin:documents_document_preview", args=[document.pk])).content.decode()
    assert "室温不低于十八摄氏度。" in text
    assert "供暖时间表" in text
    assert "东河县" in text


def test_an_administrator_of_accounts_sees_no_content(client: Client, world: worlds.World) -> None:
    """Separated powers: no list, no preview; tests/editorial/test_exports.py has the files."""
    client.force_login(member("阿依努尔", "系统管理"))
    assert client.get(reverse("admin:gazette_issue_preview", args=[world.issue.pk])).status_code == 403
    assert client.get(reverse("admin:gazette_issue_changelist")).status_code == 403
