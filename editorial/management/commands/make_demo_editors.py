import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.roles import EDITOR, SIGNER

DEMO = {"bianji": EDITOR, "qianfa": SIGNER}


class Command(BaseCommand):
    help = "建立演示用的编辑和签发账号（只在一台电脑上试用时）"

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PORTAL_SITE != "all":
            raise CommandError(_("演示账号只能在试用环境（PORTAL_SITE=all）里建立。"))
        if User.objects.exists():
            self.stdout.write(_("已经有账号，没有建立演示账号。"))
            return
        with transaction.atomic():
            made = {name: self._make(name, role) for name, role in DEMO.items()}
        self.stdout.write(_("演示账号已建立，密码只显示这一次："))
        for name, password in made.items():
            self.stdout.write(f"  {DEMO[name]}  {name}  {password}")

    def _make(self, name: str, role: str) -> str:
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(name, password=password, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        return password
