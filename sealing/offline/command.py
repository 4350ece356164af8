"""Verifies files offline: `verify-offline [FILE…] --manifest MANIFEST… [--trust CERTIFICATE…]`.

Every file must be named by one of the manifests; several manifests must be links of one chain; signatures of
PDFs are judged where pyHanko is installed. Exit code 0: all of it holds. Chinese, with English beside it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sealing.offline import signatures as pdf_signatures
from sealing.offline.digests import digests_of
from sealing.offline.manifests import Link, ManifestError, fault_of, file_in, link_of

Say = Callable[[str], object]

_FAULTS = {
    "form": "格式不对，被改动过 / not in its one form: it has been changed",
    "first": "不是链上的第一份，前面还应有清单 / does not begin the chain as it says",
    "missing": "同前一份之间少了清单，或者不是同一公报 / a manifest is missing before it",
    "previous": "记下的前一份清单的摘要不符 / the manifest before it is not the one that it names",
}


def main(arguments: Sequence[str] | None = None, say: Say = print) -> int:
    """Run with the command line's arguments; 0 where everything holds, 1 where not, 2 for a wrong call."""
    asked = _parser().parse_args(arguments)
    try:
        links = sorted((link_of(path.read_bytes()) for path in asked.manifest), key=_position)
        trust = [path.read_bytes() for path in asked.trust]
        held = [_chain_holds(links, say), *(_file_holds(path, links, trust, say) for path in asked.files)]
    except (OSError, ManifestError) as error:
        say(f"✗ {error}")
        return 1
    return 0 if all(held) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="verify-offline",
        description="离线核验公报文件：摘要、清单链、电子签名 / verifies files of a gazette offline",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="要核验的文件 / files to verify")
    parser.add_argument(
        "--manifest", nargs="+", type=Path, required=True, help="清单，可有多份 / manifests, one or more"
    )
    parser.add_argument(
        "--trust", nargs="+", type=Path, default=[], help="信任的证书（PEM） / certificates that are trusted"
    )
    return parser


def _position(link: Link) -> int:
    position: int = link.document["position"]
    return position


def _chain_holds(links: list[Link], say: Say) -> bool:
    """Tell of each manifest and how it follows the one before it."""
    holds, before = True, None
    for link in links:
        fault = fault_of(link, before, from_start=False)
        holds = holds and not fault
        say(f"{'✗' if fault else '✓'} 清单 / manifest {link.document['address']}")
        say(f"    SHA-256 {link.sha256}")
        if fault:
            say(f"    {_FAULTS[fault]}")
        before = link
    return holds


def _file_holds(path: Path, links: list[Link], trust: list[bytes], say: Say) -> bool:
    found = digests_of(path)
    naming = [link for link in links if file_in(link.document, found)]
    say(f"{'✓' if naming else '✗'} 文件 / file {path}")
    say(f"    SHA-256 {found.sha256}")
    say(f"    SM3     {found.sm3 or '（这台机器算不出 / cannot be computed here）'}")
    if naming:
        _say_of(naming[-1], found.sha256, say)
    else:
        say(
            "    不在清单里：不是发布的文件，或者被改动过 / not in the manifests: not as published, or changed"
        )
    return _signatures_hold(path, trust, say) and bool(naming)


def _say_of(link: Link, sha256: str, say: Say) -> None:
    document = link.document
    issue = document["issue"]
    name = next(told["name"] for told in document["files"] if told["sha256"] == sha256)
    title = document["publication"].get("name", document["publication"]["code"])
    numbers = _numbers(issue)
    say(f"    {title} {issue.get('year')}年第{numbers}号 / issue {numbers}")
    say(f"    {name}，第{document['revision']}版 / revision {document['revision']}")
    say(f"    发布时间 / published {document['published_at']}")


def _numbers(issue: dict[str, Any]) -> str:
    """1, or 17-18 for a double issue."""
    first, last = issue.get("number"), issue.get("number_end")
    return f"{first}-{last}" if last and last != first else f"{first}"


def _signatures_hold(path: Path, trust: list[bytes], say: Say) -> bool:
    with path.open("rb") as file:
        if not file.read(1024).count(b"%PDF-"):
            return True
        if not pdf_signatures.can_check():
            say("    签名没有核验：没有安装 pyHanko / signatures not checked: pyHanko is not installed")
            return True
        try:
            found = pdf_signatures.signatures(file, trust)
        except pdf_signatures.SignatureError as error:
            say(f"    ✗ PDF 读不下去 / the PDF cannot be read: {error}")
            return False
    if not found:
        say("    没有电子签名 / not signed")
    held = [_signature_holds(each, bool(trust), say) for each in found]
    return all(held)


def _signature_holds(each: pdf_signatures.Signature, has_trust: bool, say: Say) -> bool:
    sound = each.intact and each.whole
    holds = each.holds if has_trust else sound
    said = "签名以后没有改动 / unchanged since it was signed" if sound else "签名以后被改动 / changed since"
    say(f"    {'✓' if holds else '✗'} 签名 / signature: {each.signer}，{each.signed_at}，{said}")
    if not has_trust:
        say("      没有给出信任的证书，签名者没有核实 / no --trust: who signed is not judged")
    elif not each.trusted:
        say("      签名者的证书不可信 / its certificate is not trusted")
    return holds


if __name__ == "__main__":
    sys.exit(main())
