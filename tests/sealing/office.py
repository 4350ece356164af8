"""An office with a certificate of its own making, and papers that it may sign."""

import datetime
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

NAME = "伊河州人民政府办公室"
PASSPHRASE = "雪山 and rivers"
NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Office:
    """The files of a certificate in a folder, and the settings that name them."""

    folder: Path
    name: str
    certificate: x509.Certificate

    @property
    def pem(self) -> Path:
        return self.folder / f"{self.name}.pem"

    @property
    def settings(self) -> dict[str, object]:
        return {
            "certificate": self.folder / f"{self.name}.p12",
            "passphrase": PASSPHRASE,
            "passphrase_file": None,
            "tsa": "",
            "trust": [self.pem],
        }


UNSIGNED: dict[str, object] = {
    "certificate": None,
    "passphrase": "",
    "passphrase_file": None,
    "tsa": "",
    "trust": [],
}


def office(
    folder: Path,
    name: str = NAME,
    *,
    begins: datetime.datetime = NOW - DAY,
    ends: datetime.datetime = NOW + 365 * DAY,
    signs: bool = True,
    key: str = "",
) -> Office:
    """An office with a key of its own; `key` gives the same name another one."""
    certificate = _certificate(name, key or name, begins, ends, signs)
    sealed = pkcs12.serialize_key_and_certificates(
        b"seal", _key(key or name), certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
    )
    made = Office(folder, name, certificate)
    (folder / f"{name}.p12").write_bytes(sealed)
    made.pem.write_bytes(certificate.public_bytes(Encoding.PEM))
    return made


def paper(text: str = "one", *, tagged: bool = True, pages: int = 2) -> bytes:
    """A PDF of so many A4 pages, tagged as ours are: a Document element, a parent tree."""
    made = pikepdf.new()
    for _number in range(pages):
        made.add_blank_page(page_size=(595, 842))
    if tagged:
        tree = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        document = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=tree)
        tree.K = made.make_indirect(document)
        tree.ParentTree = made.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array([])))
        tree.ParentTreeNextKey = 3
        made.Root.StructTreeRoot = tree
        made.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    made.docinfo["/Title"] = text
    kept = BytesIO()
    made.save(kept, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return kept.getvalue()


@cache
def _key(of: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def _certificate(
    name: str, key: str, begins: datetime.datetime, ends: datetime.datetime, signs: bool
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=not signs,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = x509.CertificateBuilder(subject, subject, _key(key).public_key(), 4711, begins, ends)
    return builder.add_extension(usage, critical=True).sign(_key(key), hashes.SHA256())
