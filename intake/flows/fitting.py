"""Whether a reading can become drafts of a publication; what speaks against it, with its place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from gazette.models import Issue, Publication
from intake.errors import SourceError
from intake.reading import Masthead, Problem, Ranges, Reading


def misfits(reading: Reading, publication: Publication) -> list[Problem]:
    """Why the reading cannot be accepted into `publication`; nothing, where it can."""
    return list(_misfits(reading, publication))


def refuse_misfit(reading: Reading, publication: Publication) -> None:
    """Raise SourceError with the first reason against the reading."""
    for problem in _misfits(reading, publication):
        raise SourceError(problem.message, line=problem.lines[0][0] if problem.lines else None)


def _misfits(reading: Reading, publication: Publication) -> Iterator[Problem]:
    if not (reading.documents or reading.contents or (reading.issue and reading.items)):
        yield _error(
            "nothing-read",
            _("没有读出公报内容：找不到刊头和目录，也找不到发文字号。请确认这是公报或公文的文本。"),
        )
    if reading.issue:
        yield from _of_masthead(reading.issue, publication)


def _of_masthead(masthead: Masthead, publication: Publication) -> Iterator[Problem]:
    lines = masthead.lines
    if masthead.publication != publication.name:
        message = _("刊头是《%(printed)s》，而选择的是《%(chosen)s》。请选择对应的公报。") % {
            "printed": masthead.publication,
            "chosen": publication.name,
        }
        yield _error("other-publication", message, lines, masthead.publication)
    if not masthead.year or not masthead.number:
        yield _error("issue-unknown", _("刊头里的年份或期号无法识别。"), lines)
        return
    held = Issue.objects.filter(
        publication=publication,
        year=masthead.year,
        number__lte=masthead.number_end,
        number_end__gte=masthead.number,
    ).first()
    if held:
        yield _error("issue-held", _("%(issue)s已经收录，没有再次读入。") % {"issue": held.label}, lines)


def _error(code: str, message: str, lines: Ranges | None = None, quote: str = "") -> Problem:
    return Problem(code, "error", message, lines or [], quote)
