"""The signatures in a PDF (PAdES, ETSI EN 319 142-1), judged without asking anybody: needs pyHanko.

Nothing is fetched: whether a certificate has been revoked since is not known, and not claimed.
"""

import datetime
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, BinaryIO

# A PDF from a stranger may hold as many signatures, and names as long, as it likes.
MOST = 100
_LONGEST = 300


@dataclass(frozen=True)
class Signature:
    """One signature. `serial` and `certificate` (SHA-256 of the certificate) are hexadecimal.

    `intact`: the signed bytes are those that were signed, by the key of the certificate. `trusted`: the
    certificate, or who issued it, is among those that are trusted, and was valid at `signed_at`. `whole`:
    nothing stands behind what was signed. `end`: how many bytes of the file it covers. `signed_at` (ISO 8601)
    is the signer's own word unless `stamped`: then it is that of a trusted time stamp.
    """

    signer: str
    serial: str
    certificate: str
    signed_at: str
    stamped: bool
    intact: bool
    trusted: bool
    whole: bool
    end: int

    @property
    def holds(self) -> bool:
        return self.intact and self.trusted and self.whole


class SignatureError(Exception):
    """The file cannot be read as a PDF with signatures."""


def can_check() -> bool:
    """Whether pyHanko is installed here."""
    try:
        import pyhanko.sign.validation
    except ImportError:
        return False
    return bool(pyhanko.sign.validation)


def signatures(pdf: BinaryIO, trust: Sequence[bytes] = ()) -> list[Signature]:
    """The signatures of a PDF, first one first; empty where it has none. Raises SignatureError, also for too many.

    `trust` are certificates (DER or PEM, one or more in each) that are trusted: the office's own or its roots.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        roots = _certificates(trust)
        found = PdfFileReader(pdf).embedded_regular_signatures
        if len(found) > MOST:
            raise SignatureError(f"{len(found)} signatures")
        return [_judged(each, roots) for each in found]
    except SignatureError:
        raise
    except RecursionError as error:
        raise SignatureError("nested too deep") from error
    # A reader of PDF meets whatever a hostile hand has written; each library has its own words for it.
    except Exception as error:
        raise SignatureError(f"{type(error).__name__}: {error}") from error


def _judged(embedded: Any, roots: list[Any]) -> Signature:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    claimed = embedded.self_reported_timestamp
    status = _status(embedded, roots, claimed)
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.intact and stamp.valid and stamp.trusted)
    if stamped:
        # Was the certificate valid when the authority saw the signature, not only when the signer says it was?
        status = _status(embedded, roots, stamp.timestamp)
    at = stamp.timestamp if stamped else claimed
    certificate = embedded.signer_cert
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return Signature(
        signer=name_of(certificate),
        serial=f"{certificate.serial_number:x}"[:_LONGEST],
        certificate=hashlib.sha256(certificate.dump()).hexdigest(),
        signed_at=at.astimezone(datetime.UTC).isoformat() if at else "",
        stamped=stamped,
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
        whole=whole and status.docmdp_ok is not False,
        end=sum(list(embedded.byte_range)[2:4]),
    )


def _status(embedded: Any, roots: list[Any], at: datetime.datetime | None) -> Any:
    """What pyHanko says of a signature, taken as made at a moment, which is not in the future."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    now = datetime.datetime.now(datetime.UTC)
    usage = KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    contexts = _context(roots, min(at or now, now)), _context(roots, None)
    # It starts an event loop, which fails in a thread that has one.
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(validate_pdf_signature, embedded, *contexts, key_usage_settings=usage).result()


def name_of(certificate: Any) -> str:
    """Whom a certificate (asn1crypto) names: the office, else the person or machine; long names are cut."""
    told = certificate.subject.native
    for part in ("organization_name", "common_name"):
        value = told.get(part)
        if value:
            return str(value[0] if isinstance(value, list) else value)[:_LONGEST]
    return str(certificate.subject.human_friendly)[:_LONGEST]


def _context(roots: list[Any], moment: datetime.datetime | None) -> Any:
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)


def _certificates(trust: Sequence[bytes]) -> list[Any]:
    from asn1crypto import pem, x509

    found = []
    for data in trust:
        held = (
            [der for _kind, _headers, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        )
        found += [x509.Certificate.load(der) for der in held]
    return found
