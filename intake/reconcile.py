"""What does not fit together in a reading: problems for the editor to look at."""

import re

from django.utils.translation import gettext as _

from intake.lines import Line
from intake.readers import kinds
from intake.readers.numbers import find_numbers
from intake.readers.segments import Segment
from intake.reading import Block, ContentsEntry, DocumentReading, Problem, Ranges, Reading
from intake.text import ends_sentence, fold, open_marks, squeeze


def find_problems(reading: Reading, lines: list[Line], segments: list[Segment]) -> list[Problem]:
    """What is missing, misprinted or torn in a reading."""
    problems = [
        *_missing_parts(reading),
        *_entries_without_text(reading, segments),
        *_numbers_out_of_shape(lines),
        *_titles_that_differ(reading),
        *_numbers_twice(reading),
    ]
    for document in reading.documents:
        problems += [*_unsigned(document), *_attachments(document), *_torn(document, lines)]
    problems += [_unread(segment, lines) for segment in segments if segment.kind == kinds.OTHER]
    return problems


def in_order(problems: list[Problem]) -> list[Problem]:
    """The problems in the order of the text."""
    return sorted(problems, key=lambda problem: problem.lines[0][0] if problem.lines else 0)


def _missing_parts(reading: Reading) -> list[Problem]:
    if reading.issue is None:
        return [Problem("no-masthead", "note", _("没有刊头：按未编入公报的文件收录。"), [])]
    if not reading.contents:
        return [Problem("no-contents", "warning", _("没有目录：条目按正文顺序编排。"), reading.issue.lines)]
    return []


def _entries_without_text(reading: Reading, segments: list[Segment]) -> list[Problem]:
    found = {id(entry) for segment in segments for entry in (segment.entry, *segment.also)}

    def missing(entry: ContentsEntry) -> Problem:
        message = _("目录中的“%(title)s”在正文中没有找到。") % {"title": entry.title}
        return Problem("entry-without-text", "error", message, entry.lines, entry.title)

    return [missing(entry) for entry in reading.contents if id(entry) not in found]


def _numbers_out_of_shape(lines: list[Line]) -> list[Problem]:
    problems = []
    for line in lines:
        for number in find_numbers(line.text):
            if not number.well_formed and not number.number.endswith("令") and "〔" in number.number:
                message = _("发文字号写法不合规范，应为“%(number)s”。") % {"number": number.number}
                problems.append(
                    Problem(
                        "number-shape", "warning", message, [[line.number] * 2], number.printed, number.number
                    )
                )
    return problems


def _titles_that_differ(reading: Reading) -> list[Problem]:
    problems = []
    for document in reading.documents:
        if document.contents_entry is None:
            continue
        entry = reading.contents[document.contents_entry]
        # The contents may add an order's number: 供暖办法（第5号令）.
        printed = re.sub(r"[（(][^（）()]*令[^（）()]*[）)]$", "", entry.title)
        # … and mostly leaves out who issues the document.
        if not fold(document.title).endswith(fold(printed)):
            message = _("目录标题“%(contents)s”与正文标题不一致。") % {"contents": entry.title}
            places = [*entry.lines, *_head(document)]
            problems.append(Problem("title-differs", "warning", message, places, document.title, entry.title))
    return problems


def _numbers_twice(reading: Reading) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for document in reading.documents:
        number = document.doc_number
        if number and number in seen:
            message = _("发文字号“%(number)s”在本来稿中出现不止一次。") % {"number": number}
            problems.append(Problem("number-twice", "error", message, document.lines, number))
        seen.add(number or "")
    return problems


def _unsigned(document: DocumentReading) -> list[Problem]:
    head = _head(document)
    if document.issuer is None and document.issued_on is None:
        return [Problem("unsigned", "warning", _("没有落款：发文机关和成文日期未知。"), head, document.title)]
    if document.issued_on is None:
        return [Problem("undated", "warning", _("没有成文日期，或日期无法识别。"), head, document.title)]
    if document.issuer is None:
        return [Problem("no-issuer", "note", _("有日期而没有发文机关署名。"), head, document.title)]
    return []


def _head(document: DocumentReading) -> Ranges:
    first = document.lines[0][0]
    return [[first, first]]


def _attachments(document: DocumentReading) -> list[Problem]:
    problems = []
    for attachment in document.attachments:
        if not attachment.label:
            message = _("附件“%(title)s”只有说明，没有找到正文。") % {"title": attachment.title}
            problems.append(
                Problem("attachment-missing", "warning", message, attachment.lines, attachment.title)
            )
    return problems


def _torn(document: DocumentReading, lines: list[Line]) -> list[Problem]:
    """Paragraphs that the printed columns tore: they begin or end in the middle of a sentence."""
    problems = []
    for block in document.body:
        if len(block.lines) > 1:
            message = _("这一段在分栏处被截断，两处已按唯一可能接上，请核对。")
            problems.append(Problem("healed", "note", message, block.lines, block.text[:60]))
        elif block.type == "paragraph" and _is_unfinished(block.text):
            message = _("这一段没有结束，可能在分栏处被截断，请与前后文核对。")
            problems.append(Problem("torn", "warning", message, block.lines, block.text[-30:]))
        elif block.type == "paragraph" and _begins_midway(block, lines):
            message = _("这一段没有开头，可能在分栏处被截断，请与前后文核对。")
            problems.append(Problem("torn", "warning", message, block.lines, block.text[:30]))
    return problems


def _is_unfinished(text: str) -> bool:
    if (
        len(text) < 10
        or not (open_marks(text) or re.search(r"[，；。]", text))
        or ends_sentence(text)
        or text.endswith(("”", "》"))
    ):
        return False
    return not re.match(r"^\S{2,12}[：:]|^附|.*日印发$", squeeze(text))


def _begins_midway(block: Block, lines: list[Line]) -> bool:
    printed = lines[block.lines[0][0] - 1].text
    return block.text.count("》") > block.text.count("《") or (
        block.text != printed and printed.endswith(block.text)
    )


def _unread(segment: Segment, lines: list[Line]) -> Problem:
    printed = [line.number for line in lines[segment.first : segment.end] if not line.blank]
    message = _("“%(title)s”一类的内容尚不能读入，只收目录条目，原文保留。") % {"title": segment.title}
    return Problem("kind-not-read", "note", message, [[printed[0], printed[-1]]], segment.title)
