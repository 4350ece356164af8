"""Who may not open a page is told so in Chinese, with a way back."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.editorial.conftest import member


@pytest.mark.django_db
def test_who_has_no_right_to_a_page_is_told_and_led_back() -> None:
    client = Client()
    client.force_login(member("老周", "系统管理"))
    answer = client.get(reverse("admin:gazette_source_import"))
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "没有权限" in page
    assert 'href="/admin/"' in page
    assert "Forbidden" not in page
