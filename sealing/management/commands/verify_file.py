from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from sealing.offline.command import main
from sealing.offline.signatures import Signature
from sealing.verdict import Verdict, verdict_on


class Command(BaseCommand):
    """Say whether a file is one that was published: by this site's records, or by manifests that are given."""

    help = _("核验一个文件是不是本站发布的，有没有被改动")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=_("要核验的文件"))
        parser.add_argument("--manifest", nargs="+", default=[], help=_("对照这些清单核验，不查数据库"))
        parser.add_argument("--trust", nargs="+", default=[], help=_("信任的证书（PEM），同清单一起使用"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["manifest"]:
            trust = ["--trust", *options["trust"]] if options["trust"] else []
            arguments = [str(options["file"]), "--manifest", *options["manifest"], *trust]
            holds = main(arguments, self.stdout.write) == 0
        else:
            holds = self._by_records(options["file"])
        if not holds:
            raise CommandError(_("核验没有通过"))

    def _by_records(self, path: Path) -> bool:
        try:
            verdict = verdict_on(path)
        except OSError as error:
            raise CommandError(_("读不到文件：%s") % error) from error
        self.stdout.write(f"SHA-256 {verdict.digests.sha256}")
        self.stdout.write(f"SM3     {verdict.digests.sm3}")
        self.stdout.write(_told(verdict))
        signature = verdict.signature
        if signature is None:
            self.stdout.write(_("没有电子签名") if verdict.judged else _("签名没有判断出来"))
            return verdict.kind in {"ours", "scan"}
        told = {"name": signature.signer, "state": _state(signature, can_trust=verdict.can_trust)}
        self.stdout.write(_("电子签名：%(name)s，%(state)s") % told)
        # Without a certificate to trust nobody can be recognised; the digests still tell.
        sound = signature.holds if verdict.can_trust else signature.intact and signature.whole
        return verdict.kind in {"ours", "scan"} and sound


def _state(signature: Signature, *, can_trust: bool) -> str:
    if not signature.intact:
        return _("无效：签名以后内容被改动过")
    if not signature.whole:
        return _("无效：签名以后又添加了内容")
    if signature.trusted:
        return _("有效，签名以后没有改动")
    if can_trust:
        return _("签名者不是本网站认可的")
    return _("签名以后没有改动；本网站没有公布证书，签名者的身份没有核实")


def _told(verdict: Verdict) -> str:
    if verdict.found:
        told = {"manifest": verdict.found.file.manifest, "label": verdict.found.label}
        text = _("是本站发布的文件：%(manifest)s，%(label)s") % told
        return text if verdict.found.issue.is_published else text + _("（这一期已经撤回）")
    if verdict.scan_of:
        return _("是本站提供的原刊扫描件：%s") % verdict.scan_of
    if verdict.grown_from:
        return _("本站发布的文件被改动过：%s") % verdict.grown_from.file.manifest
    if verdict.kind == "signed":
        return _("签名有效，但不在已发布的文件里")
    return _("不是本站发布的文件，或者被改动过")
