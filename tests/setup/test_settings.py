"""What is not configured falls on the safe side."""

from pathlib import Path

import pytest

from tests.setup.site import run_python, setting, status


def test_a_site_that_is_none_of_the_three_is_refused(tmp_path: Path) -> None:
    """A slip in PORTAL_SITE stops the start, it does not open the editors' site."""
    done = run_python("from django.conf import settings; settings.DEBUG", tmp_path, PORTAL_SITE="pubilc")
    assert done.returncode != 0
    assert "PORTAL_SITE must be public, editorial or all" in done.stderr


def test_debug_is_off_unless_asked_for(tmp_path: Path) -> None:
    """Error pages show no internals where nobody asked for them."""
    assert setting("DEBUG", tmp_path) is False
    assert setting("DEBUG", tmp_path, DEBUG="true") is True


def test_only_this_machine_is_served_unless_told_otherwise(tmp_path: Path) -> None:
    """Without ALLOWED_HOSTS no other name is answered."""
    assert setting("ALLOWED_HOSTS", tmp_path) == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize("name", ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"])
def test_a_real_host_is_served_by_https(tmp_path: Path, name: str) -> None:
    """A host name of the outside world brings redirects to HTTPS and secure cookies with it."""
    assert setting(name, tmp_path) is False
    assert setting(name, tmp_path, ALLOWED_HOSTS="gazette.example") is True
    assert setting(name, tmp_path, ALLOWED_HOSTS="localhost,gazette.example") is True


def test_a_real_host_tells_browsers_to_stay_with_https(tmp_path: Path) -> None:
    """Strict-Transport-Security for a year where there is HTTPS; never on a laptop."""
    assert setting("SECURE_HSTS_SECONDS", tmp_path, ALLOWED_HOSTS="gazette.example") == 31_536_000
    assert setting("SECURE_HSTS_SECONDS", tmp_path) == 0


def test_a_forwarded_scheme_is_believed_only_behind_a_proxy(tmp_path: Path) -> None:
    """Without a proxy in front, X-Forwarded-Proto is a visitor's claim."""
    ask = "from django.conf import settings; print(settings.SECURE_PROXY_SSL_HEADER)"
    assert run_python(ask, tmp_path).stdout.strip() == "None"
    assert "HTTP_X_FORWARDED_PROTO" in run_python(ask, tmp_path, BEHIND_PROXY="true").stdout


def test_scripts_and_styles_come_from_this_site_only(tmp_path: Path) -> None:
    """The content security policy allows nothing by default and nothing inline."""
    policy = setting("CONTENT_SECURITY_POLICY", tmp_path)["DIRECTIVES"]
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]


def test_an_error_reaches_the_servers_log(tmp_path: Path) -> None:
    """With DEBUG off a failed request leaves its trace on standard error; a page not found does not."""
    code = (
        "import django, logging; django.setup(); log = logging.getLogger('django.request')\n"
        "log.error('Internal Server Error: /yihe/'); log.warning('Not Found: /nowhere/')"
    )
    logged = run_python(code, tmp_path).stderr
    assert logged.count("Internal Server Error: /yihe/") == 1
    assert "Not Found" not in logged


class TestPublicSite:
    """The readers' site has no way in."""

    def test_it_knows_no_session_and_no_user(self, tmp_path: Path) -> None:
        """Neither middleware nor the admin app is there to be attacked."""
        middleware = " ".join(setting("MIDDLEWARE", tmp_path, PORTAL_SITE="public"))
        assert "sessions" not in middleware
        assert "auth" not in middleware
        assert "django.contrib.admin" not in setting("INSTALLED_APPS", tmp_path, PORTAL_SITE="public")

    def test_it_has_no_admin(self, tmp_path: Path) -> None:
        """/admin/ is not found on the readers' site and is on the editors'."""
        assert status("/admin/login/", tmp_path, PORTAL_SITE="public") == 404
        assert status("/admin/login/", tmp_path, PORTAL_SITE="editorial") == 200

    def test_its_forms_need_neither_session_nor_login(self, tmp_path: Path) -> None:
        """A citizen's form sets the cookie of its token and no other, and is kept."""
        code = (
            "import django; django.setup()\n"
            "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
            "from django.test import Client; browser = Client(enforce_csrf_checks=True, HTTP_HOST='localhost')\n"
            "browser.get('/opinions/'); token = browser.cookies['csrftoken'].value\n"
            "sent = browser.post('/opinions/', {'text': '好', 'csrfmiddlewaretoken': token})\n"
            "print(sent.status_code, browser.get(sent['Location']).status_code, *browser.cookies)"
        )
        done = run_python(code, tmp_path, PORTAL_SITE="public")
        assert done.stdout.split() == ["302", "200", "csrftoken"], done.stderr
