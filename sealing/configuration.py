"""The settings of the seal, from the environment; what is half set stops the start."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def seal_settings(env: Any) -> dict[str, Any]:
    """SEAL: `certificate` (PKCS#12, None for no signature), `passphrase` or `passphrase_file`, `tsa`, `trust`.

    `env` is a django-environ Env. Raises ImproperlyConfigured: a site that is meant to sign never goes unsigned.
    """
    certificate, passphrase = env.str("SEAL_CERTIFICATE", default=""), env.str("SEAL_PASSPHRASE", default="")
    passphrase_file = env.str("SEAL_PASSPHRASE_FILE", default="")
    tsa = env.str("SEAL_TSA_URL", default="")
    if bool(certificate) != bool(passphrase or passphrase_file):
        raise ImproperlyConfigured(
            "SEAL_CERTIFICATE 要同 SEAL_PASSPHRASE 或 SEAL_PASSPHRASE_FILE 一起设置 / are set together"
        )
    if passphrase and passphrase_file:
        raise ImproperlyConfigured("SEAL_PASSPHRASE 和 SEAL_PASSPHRASE_FILE 只设一个 / only one of the two")
    if tsa and not certificate:
        raise ImproperlyConfigured("SEAL_TSA_URL 要同 SEAL_CERTIFICATE 一起设置 / needs a certificate")
    if tsa and not tsa.startswith(("https://", "http://")):
        raise ImproperlyConfigured("SEAL_TSA_URL 须以 https:// 或 http:// 开头 / http(s) only")
    return {
        "certificate": Path(certificate) if certificate else None,
        "passphrase": passphrase,
        "passphrase_file": Path(passphrase_file) if passphrase_file else None,
        "tsa": tsa,
        "trust": [Path(path) for path in env.list("SEAL_TRUST", default=[])],
    }
