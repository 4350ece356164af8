"""A file comes in; its source, issue, contents and documents are made, all of them or none."""

import dataclasses
import datetime

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from documents.models import Document
from gazette.models import Entry, Issue, Publication, Section, SectionKind, Source
from gazette.models.issue import DatePrecision
from intake.errors import SourceError
from intake.flows.create_checked import check, create_checked
from intake.flows.make_documents import make_document
from intake.flows.make_rooms import make_room
from intake.read import read
from intake.readers.kinds import section_kind
from intake.reading import ContentsEntry, Masthead, Problem, Reading
from intake.sources.plain import read_plain
from intake.sources.text import SourceText

_LONGEST_NAME = 200


@dataclasses.dataclass
class ImportResult:
    """What an import made. `created` is False where the same file had been imported before."""

    source: Source
    created: bool
    issue: Issue | None
    documents: list[Document]


def import_source(
    name: str, data: bytes, publication: Publication, by: User | None = None, *, as_printed: bool = False
) -> ImportResult:
    """Read a file and make drafts of it in `publication`, in one transaction.

    `by` is the editor; None is the system. `as_printed` is for issues printed before there was this
    portal. Raises SourceError, and leaves nothing behind, where the file cannot be read or does not fit.
    """
    text = read_plain(_short_name(name), data)
    try:
        with transaction.atomic():
            return _import(text, publication, by, as_printed=as_printed)
    except (DataError, IntegrityError) as fault:
        # Two people bringing in one text at once, or something that no rule of a field foresaw.
        raise SourceError(
            _("来稿没有收录，什么也没有改动：数据库不接受其中的内容，或者别人正在读入同一份来稿。")
        ) from fault


def _short_name(name: str) -> str:
    """A file's name within what its field holds, with its ending."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 10] + "…" + name[-9:]


def _import(text: SourceText, publication: Publication, by: User | None, *, as_printed: bool) -> ImportResult:
    earlier = Source.objects.filter(publication=publication, sha256=text.sha256).first()
    if earlier:
        return _as_before(earlier)
    reading = read(text)
    _check(reading, publication)
    if reading.issue is None:
        reading.problems += _without_issue(reading)
    source = _make_source(text, reading, publication, by, as_printed=as_printed)
    issue = _make_issue(reading.issue, source) if reading.issue else None
    entries = _make_entries(reading, issue) if issue else {}
    documents = [make_document(item, source, entries.get(item.item)) for item in reading.documents]
    for index, entry in entries.items():
        make_room(index, reading, entry)
    return ImportResult(source, True, issue, documents)


def _without_issue(reading: Reading) -> list[Problem]:
    """Only documents stand without an issue; of other items the editor is told that they have no record."""
    return [
        Problem(
            "item-without-issue",
            "warning",
            _("没有刊头，“%(title)s”没有建立记录，原文保留在来稿里。") % {"title": item.title},
            item.lines,
            item.title,
        )
        for item in reading.items
        if item.kind != SectionKind.DOCUMENTS
    ]


def _as_before(source: Source) -> ImportResult:
    documents = list(Document.objects.filter(source=source))
    return ImportResult(source, False, Issue.objects.filter(source=source).first(), documents)


def _check(reading: Reading, publication: Publication) -> None:
    if not (reading.documents or reading.contents or (reading.issue and reading.items)):
        raise SourceError(
            _("没有读出公报内容：找不到刊头和目录，也找不到发文字号。请确认这是公报或公文的文本。")
        )
    masthead = reading.issue
    if masthead is None:
        return
    line = masthead.lines[0][0]
    if masthead.publication != publication.name:
        message = _("刊头是《%(printed)s》，而选择的是《%(chosen)s》。请选择对应的公报。")
        raise SourceError(message % {"printed": masthead.publication, "chosen": publication.name}, line=line)
    if not masthead.year or not masthead.number:
        raise SourceError(_("刊头里的年份或期号无法识别。"), line=line)
    _check_numbers(masthead, publication, line)


def _check_numbers(masthead: Masthead, publication: Publication, line: int) -> None:
    held = Issue.objects.filter(
        publication=publication,
        year=masthead.year,
        number__lte=masthead.number_end,
        number_end__gte=masthead.number,
    ).first()
    if held:
        raise SourceError(_("%(issue)s已经收录，没有再次读入。") % {"issue": held.label}, line=line)


def _make_source(
    text: SourceText, reading: Reading, publication: Publication, by: User | None, *, as_printed: bool
) -> Source:
    return Source.objects.create(
        publication=publication,
        name=text.name,
        sha256=text.sha256,
        original=text.data,
        text=text.text,
        line_count=len(text.lines),
        reading=reading.to_json(),
        as_printed=as_printed,
        imported_by=by,
    )


def _make_issue(masthead: Masthead, source: Source) -> Issue:
    dated_on, precision = _dated(masthead.published)
    issue = Issue(
        publication=source.publication,
        year=masthead.year,
        number=masthead.number,
        number_end=masthead.number_end,
        serial=masthead.serial,
        serial_end=masthead.serial_end,
        frequency=masthead.frequency or "",
        dated_on=dated_on,
        dated_precision=precision,
        chief_editor=masthead.chief_editor or "",
        deputy_editors=masthead.deputy_editors,
        imprint=masthead.text,
        as_printed=source.as_printed,
        source=source,
        source_lines=masthead.lines,
    )
    return create_checked(issue)


def _dated(published: str | None) -> tuple[datetime.date | None, str]:
    """The printed date: 2018-03 is known to the month, 2020-09-15 to the day."""
    if published is None:
        return None, DatePrecision.DAY
    if published.count("-") == 1:
        return datetime.date.fromisoformat(published + "-01"), DatePrecision.MONTH
    return datetime.date.fromisoformat(published), DatePrecision.DAY


def _make_entries(reading: Reading, issue: Issue) -> dict[int, Entry]:
    """The entries of an issue in order; under which of them each item (by index) stands.

    The printed contents come first. An item that they do not name, and every item of an issue without
    contents, has an entry made for it behind the item before it.
    """
    slots: list[tuple[ContentsEntry, list[int]]] = [(line, []) for line in reading.contents]
    place = -1
    for index, item in enumerate(reading.items):
        if item.contents_entry is None:
            place += 1
            slots.insert(place, (ContentsEntry("", item.title, item.doc_number, None, item.lines), [index]))
        else:
            named = reading.contents[item.contents_entry]
            place = next(n for n, (line, _) in enumerate(slots) if line is named)
            slots[place][1].append(index)
    entries = [_make_entry(issue, position, line) for position, (line, _) in enumerate(slots, 1)]
    return {index: entry for (_, held), entry in zip(slots, entries, strict=True) for index in held}


def _make_entry(issue: Issue, position: int, line: ContentsEntry) -> Entry:
    return create_checked(
        Entry(
            issue=issue,
            section=_section(issue.publication, line),
            position=position,
            title=line.title,
            doc_number=line.doc_number or "",
            printed_page=line.page or "",
            source=issue.source,
            source_lines=line.lines,
        )
    )


def _section(publication: Publication, line: ContentsEntry) -> Section | None:
    if not line.section:
        return None
    held = publication.sections.filter(name=line.section).first()
    return held or _new_section(publication, line)


def _new_section(publication: Publication, line: ContentsEntry) -> Section:
    position = publication.sections.count() + 1
    section = Section(
        publication=publication, name=line.section, kind=section_kind(line.section), position=position
    )
    check(section, line.lines[0][0])
    section.save()
    return section
