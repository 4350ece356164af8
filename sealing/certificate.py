"""The office's certificate with its key: a PKCS#12 file, read when something is to be signed."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sealing.errors import SealError
from sealing.offline.signatures import name_of

# From here on `check_seal` warns: a new certificate takes its time.
WARN_DAYS = 60
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)


@dataclass(frozen=True)
class Seal:
    """A certificate that can sign now; `signer` is pyHanko's."""

    signer: Any
    certificate: x509.Certificate

    @property
    def name(self) -> str:
        return name_of(self.signer.signing_cert)

    @property
    def issuer(self) -> str:
        return self.certificate.issuer.rfc4514_string()

    @property
    def serial(self) -> str:
        return f"{self.certificate.serial_number:x}"

    @property
    def valid_until(self) -> datetime.datetime:
        return self.certificate.not_valid_after_utc


def is_configured() -> bool:
    return settings.SEAL["certificate"] is not None


def seal_of_office(at: datetime.datetime | None = None) -> Seal | None:
    """The configured certificate, fit to sign at a moment (now); None where none is configured.

    Raises SealError, in words for editors, where it is configured and cannot be used.
    """
    if not is_configured():
        return None
    data, passphrase = _file(), _passphrase()
    certificate = _opened(data, passphrase)
    _refuse_unfit(certificate, at or timezone.now())
    from pyhanko.sign import SimpleSigner

    return Seal(SimpleSigner.load_pkcs12_data(data, [], passphrase), certificate)


def _file() -> bytes:
    path: Path = settings.SEAL["certificate"]
    try:
        return path.read_bytes()
    except OSError as error:
        raise SealError(_("读不到签名证书文件 %(path)s，请系统管理员检查。") % {"path": path}) from error


def _passphrase() -> bytes:
    path: Path | None = settings.SEAL["passphrase_file"]
    if path is None:
        return str(settings.SEAL["passphrase"]).encode()
    try:
        return path.read_bytes().rstrip(b"\r\n")
    except OSError as error:
        raise SealError(
            _("读不到签名证书的口令文件 %(path)s，请系统管理员检查。") % {"path": path}
        ) from error


def _opened(data: bytes, passphrase: bytes) -> x509.Certificate:
    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(data, passphrase)
    except Exception as error:
        # What the library says may name its internals; a wrong passphrase and a spoilt file look the same to it.
        raise SealError(_("签名证书打不开：口令不对，或者文件不是 PKCS#12 证书。")) from error
    if key is None or certificate is None:
        raise SealError(_("签名证书文件里没有私钥或者没有证书，不能签名。"))
    known = isinstance(key, rsa.RSAPrivateKey) or (
        isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, _CURVES)
    )
    if not known:
        raise SealError(_("签名证书的算法不能用，只能用 RSA 或者 NIST 椭圆曲线证书（不支持 SM2）。"))
    return certificate


def _refuse_unfit(certificate: x509.Certificate, at: datetime.datetime) -> None:
    if at > certificate.not_valid_after_utc:
        told = _("签名证书已于%(day)s过期，请更换后再发布。")
        raise SealError(told % {"day": _day(certificate.not_valid_after_utc)})
    if at < certificate.not_valid_before_utc:
        told = _("签名证书到%(day)s才生效，现在不能签名。")
        raise SealError(told % {"day": _day(certificate.not_valid_before_utc)})
    if not _may_sign(certificate):
        raise SealError(_("签名证书的用途不包括数字签名，请换一个证书。"))


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _day(moment: datetime.datetime) -> str:
    return date_format(timezone.localtime(moment), "Y-m-d")
