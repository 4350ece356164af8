import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from editorial.models import AuditRecord
from tests import world as worlds


@pytest.mark.django_db
def test_the_login_page_is_in_chinese(client: Client) -> None:
    """Name of the system and labels, without a catalogue to compile."""
    page = client.get(reverse("admin:login")).content.decode()
    assert "政府公报编审系统" in page
    assert "用户名" in page
    assert 'lang="zh-hans"' in page


def test_the_admin_keeps_the_strict_policy(world: worlds.World, desk: Client) -> None:
    """No page of the admin loosens the policy, or needs it loosened."""
    for name in ("gazette_issue", "documents_document", "gazette_source", "editorial_auditrecord"):
        page = desk.get(reverse(f"admin:{name}_changelist"))
        policy = page.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "<style" not in page.content.decode()
        assert "style=" not in page.content.decode()


@pytest.mark.urls("config.urls.public")
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/gazette/issue/"])
def test_the_public_site_has_no_admin(client: Client, path: str) -> None:
    """Nothing of the editors' side is reachable where readers are served: not even a login page."""
    assert client.get(path).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("admin:index")


def test_the_desk_shows_what_waits(world: worlds.World, desk: Client) -> None:
    """Unpublished issues are the first thing an editor sees; published ones are not among them."""
    waiting = worlds.issue(world.gazette, number=5, published=False)
    page = desk.get(reverse("admin:index")).content.decode()
    assert str(waiting) in page
    assert str(world.issue) not in page


def test_the_audit_trail_is_read_only(world: worlds.World, desk: Client) -> None:
    """It can be looked at, and neither added to, changed nor deleted from."""
    entry = world.first.blocks.first()
    assert entry
    entry.text = "改动"
    entry.save()
    assert desk.get(reverse("admin:editorial_auditrecord_changelist")).status_code == 200
    assert desk.get(reverse("admin:editorial_auditrecord_add")).status_code == 403
    record = AuditRecord.objects.get_for_object(entry).latest()
    assert (
        "改动" in desk.get(reverse("admin:editorial_auditrecord_change", args=[record.pk])).content.decode()
    )
    assert desk.post(reverse("admin:editorial_auditrecord_change", args=[record.pk])).status_code == 403
    assert desk.post(reverse("admin:editorial_auditrecord_delete", args=[record.pk])).status_code == 403


@pytest.mark.urls("config.urls.editorial")
@pytest.mark.django_db
def test_an_unknown_address_on_the_editors_host_is_not_found(client: Client) -> None:
    """In the desk's own frame; the public site's pages are not there to lead on to."""
    answer = client.get("/yihe/2021/3/")
    assert answer.status_code == 404
    assert "政府公报编审系统" in answer.content.decode()
