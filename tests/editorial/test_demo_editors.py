import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import override_settings

from editorial.roles import EDITOR, SIGNER

pytestmark = pytest.mark.django_db


def test_the_demo_accounts_are_made_with_their_roles_and_a_password_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The passwords are printed once, and work."""
    call_command("make_demo_editors")
    printed = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert [(role, name) for role, name, _ in printed] == [(EDITOR, "bianji"), (SIGNER, "qianfa")]
    for role, name, password in printed:
        user = authenticate(username=name, password=password)
        assert isinstance(user, User)
        assert user.groups.get().name == role
        assert not user.is_superuser


def test_a_second_run_makes_nothing_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither new accounts nor new passwords."""
    call_command("make_demo_editors")
    before = list(User.objects.values_list("username", "password"))
    capsys.readouterr()
    call_command("make_demo_editors")
    assert "没有建立演示账号" in capsys.readouterr().out
    assert list(User.objects.values_list("username", "password")) == before


@pytest.mark.parametrize("site", ["public", "editorial"])
def test_where_it_is_meant_seriously_there_are_no_demo_accounts(site: str) -> None:
    """A known account name on a real host would be a way in."""
    with override_settings(PORTAL_SITE=site), pytest.raises(CommandError, match="PORTAL_SITE=all"):
        call_command("make_demo_editors")
    assert not User.objects.exists()
