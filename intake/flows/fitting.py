"""Whether a reading can become drafts of a publication; what speaks against it, with its place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from gazette.models import Issue, Publication, SectionKind
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
        yield from _crowded(reading)


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


def _crowded(reading: Reading) -> Iterator[Problem]:
    """Where one line of the contents has several of what a line has one of."""
    held: dict[tuple[str, int | None, int], list[tuple[int, Ranges]]] = {}
    for what, item, lines in _alone(reading):
        entry = reading.items[item].contents_entry
        held.setdefault((what, entry, -1 if entry is not None else item), []).append((item, lines))
    for (what, entry, _item), several in held.items():
        if len(several) < 2:
            continue
        # The second is the one too many.
        first, (item, lines) = several[0][0], several[1]
        title = reading.items[item].title if entry is None else reading.contents[entry].title
        remedy = (
            _("请在核对页修改多出的条目的“目录条目”。")
            if item != first
            else _("请在核对页把这一条改为文件，分成几条，再逐条改回来。")
        )
        message = _("目录的一条只能对应一份%(what)s，“%(title)s”下有%(count)s份。%(remedy)s") % {
            "what": what,
            "title": title,
            "count": len(several),
            "remedy": remedy,
        }
        yield _error("entry-crowded", message, lines or reading.items[item].lines, title)


def _alone(reading: Reading) -> Iterator[tuple[str, int, Ranges]]:
    """The things of which a line of the contents has one: what each is, its item, its lines."""
    for document in reading.documents:
        yield _("文件"), document.item, document.lines
    for number, item in enumerate(reading.items):
        if item.kind == SectionKind.APPOINTMENTS:
            yield _("任免通知"), number, item.lines
    for meeting in reading.meetings:
        yield _("会议"), meeting.item, meeting.lines
    for table in reading.tables:
        # A table of no known month has no record.
        if table.period:
            yield _("统计表"), table.item, table.lines


def _error(code: str, message: str, lines: Ranges | None = None, quote: str = "") -> Problem:
    return Problem(code, "error", message, lines or [], quote)
