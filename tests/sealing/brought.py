"""Bringing a file to the page, and what it says."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.pages.page import Page

WITHOUT = "不是本网站发布的文件，或者被改动过"


def bring(client: Client, data: bytes, name: str = "公报.pdf", status: int = 200) -> Page:
    answer = client.post("/verify/", {"file": SimpleUploadedFile(name, data)})
    return Page.of(answer, status)


def heading(page: Page) -> str:
    (said,) = page.texts(".//main//h1")
    return said
