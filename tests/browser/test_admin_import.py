from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Document
from editorial.roles import EDITOR
from gazette.models import Source
from intake.jobs import read_submission
from intake.models import Submission
from tests import world as worlds

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = Path(settings.BASE_DIR) / "fixtures" / "issues" / "ili-2023.txt"


def test_an_editor_imports_a_text_and_corrects_a_document(page: Page, live_server: LiveServer) -> None:
    """She logs in, brings in a text, sees documents and problems, and saves a correction to one of them."""
    call_command("loaddata", "publications", verbosity=0)
    worlds.editor("古丽").groups.add(Group.objects.get(name=EDITOR))

    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("古丽")
    page.get_by_label("密码").fill("a long pass phrase")
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="读入来稿").click()

    page.get_by_label("公报", exact=False).select_option(label="伊犁哈萨克自治州人民政府公报")
    page.get_by_label("文件", exact=False).set_input_files(TEXT)
    page.get_by_role("button", name="读入").click()

    # No program works off the queue in this test: the page says so, and goes on when the job has been done.
    expect(page.get_by_role("button", name="立即读入")).to_be_visible()
    read_submission(Submission.objects.get().pk)
    page.wait_for_url("**/review/")
    page.get_by_role("button", name="收录为草稿").click()

    expect(page.get_by_role("heading", name="读入结果")).to_be_visible()
    source = Source.objects.get()
    documents = list(Document.objects.filter(source=source))
    expect(page.locator("ol.documents > li")).to_have_count(len(documents))
    expect(page.locator("ol.problems > li")).to_have_count(len(source.problems))
    expect(page.locator(f"#L{source.line_count}")).to_have_count(1)

    document = documents[0]
    page.get_by_role("link", name=document.title).click()
    page.get_by_label("主送机关").fill("各县市人民政府：")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text(document.title)
    document.refresh_from_db()
    assert document.addressee == "各县市人民政府："
    assert document.edited_fields == ["addressee"]
