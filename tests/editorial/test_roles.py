import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from editorial.roles import ADMINISTRATOR, EDITOR, SIGNER, make_roles
from tests.editorial.conftest import member

pytestmark = pytest.mark.django_db


def powers(role: str) -> set[str]:
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def test_editors_write_but_do_not_publish_or_delete_records() -> None:
    """They may delete parts; issues, documents and sources stay."""
    held = powers(EDITOR)
    assert {"add_document", "change_issue", "import_source", "delete_block"} <= held
    assert not {"publish_issue", "delete_document", "delete_issue", "delete_source", "change_user"} & held


def test_editors_write_every_kind_of_content() -> None:
    """Rows may be deleted as well; people and posts stay."""
    held = powers(EDITOR)
    for kind in (
        "appointmentnotice",
        "appointment",
        "event",
        "eventofficial",
        "meeting",
        "registerentry",
        "indicatortable",
    ):
        assert {f"add_{kind}", f"change_{kind}", f"delete_{kind}"} <= held
    assert {"change_chronicleentry", "change_registerlisting", "add_official", "change_post"} <= held
    assert not {"delete_official", "delete_post"} & held


def test_signers_see_everything_and_change_nothing() -> None:
    """Reviewing and writing are separated powers."""
    held = powers(SIGNER)
    assert {"publish_issue", "view_document", "view_source", "view_auditrecord"} <= held
    assert all(name.startswith("view_") for name in held - {"publish_issue"})


def test_administrators_have_accounts_and_no_content() -> None:
    """Who gives out roles neither writes nor publishes, and deletes no account."""
    held = powers(ADMINISTRATOR)
    assert {"add_user", "change_group"} <= held
    assert not {"publish_issue", "change_document", "view_issue", "delete_user"} & held


def test_roles_are_made_once_and_put_back_by_migrating() -> None:
    """A power that was added to a role by hand is gone after the next migration."""
    Group.objects.get(name=EDITOR).permissions.add(Permission.objects.get(codename="publish_issue"))
    make_roles()
    assert "publish_issue" not in powers(EDITOR)
    assert Group.objects.filter(name=EDITOR).count() == 1


def test_roles_are_there_after_a_migration_from_nothing() -> None:
    """The handler runs after the permissions exist: also where the groups were lost."""
    Group.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert powers(SIGNER) >= {"publish_issue", "view_issue"}


def test_an_administrator_does_not_raise_herself(client: Client) -> None:
    """Own roles, the superuser flag and superusers' accounts are out of her reach."""
    admin = member("阿依努尔", ADMINISTRATOR)
    root = User.objects.create_superuser("root", password="a long pass phrase")
    client.force_login(admin)
    own = client.get(reverse("admin:auth_user_change", args=[admin.pk]))
    fields = set(own.context["adminform"].form.fields)
    assert not {"groups", "is_superuser", "user_permissions"} & fields
    password = client.post(
        reverse("admin:auth_user_password_change", args=[root.pk]),
        {"password1": "an other pass phrase", "password2": "an other pass phrase"},
    )
    assert password.status_code == 403
