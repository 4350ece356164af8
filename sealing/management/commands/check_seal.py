from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from gazette.templatetags.days import day
from sealing.certificate import WARN_DAYS, Seal, seal_of_office
from sealing.errors import SealError
from sealing.trust import trusted


class Command(BaseCommand):
    """Say with which certificate published PDFs are signed, and until when; exit code 1 where it cannot be used."""

    help = _("检查签名证书：用的是哪一个，有效期到哪一天")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            seal = seal_of_office()
        except SealError as error:
            raise CommandError(str(error)) from error
        if seal is None:
            self.stdout.write(_("没有设置签名证书（SEAL_CERTIFICATE），发布的 PDF 不签名"))
        else:
            self._say(seal)
        if not trusted():
            self.stdout.write(_("没有设置核验用的证书（SEAL_TRUST），核验页不能判断签名者是谁"))

    def _say(self, seal: Seal) -> None:
        until = timezone.localtime(seal.valid_until)
        self.stdout.write(_("签名者：%s") % seal.name)
        self.stdout.write(_("颁发者：%s") % seal.issuer)
        self.stdout.write(_("证书序列号：%s") % seal.serial)
        self.stdout.write(_("有效期至：%s") % day(until))
        self.stdout.write(_("时间戳：%s") % (settings.SEAL["tsa"] or _("没有设置（SEAL_TSA_URL）")))
        left = (until - timezone.now()).days
        if left < WARN_DAYS:
            self.stderr.write(_("还有 %(days)d 天过期，请尽快换发证书") % {"days": left})
