"""The contents: sections, and in them titles with number and page, each a link to its text."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from exporting.wordml import Element, field, link, paragraph, run
from gazette.models import Issue
from printing.layout import PrintedEntry, PrintedSection


def contents(
    issue: Issue, sections: Sequence[PrintedSection], marks: Mapping[int, str], pages: Mapping[int, int]
) -> list[Element]:
    """The contents of an issue. `marks` are the bookmarks of the entries (by key) whose text is in the file.

    An issue that was printed before keeps its printed page numbers, by which it is cited, and says so. Any other has
    those of the file: Word computes them when it opens it; until then `pages` are shown, its likely ones.
    """
    if not sections:
        return []
    as_printed = keeps_printed_pages(issue, sections)
    lines = [paragraph("ContentsTitle", _("目　录"), on_new_page=True)]
    if as_printed:
        # In the text, for Word hides the foot of a page on phones and on the web.
        lines.append(paragraph("ContentsNote", _("目录所列为原刊页码，与本文件的页码不同。")))
    for section in sections:
        if section.name:
            lines.append(paragraph("TOC1", section.name))
        for each in section.entries:
            page = _as_printed(each) if as_printed else _in_file(each, marks, pages)
            lines.append(_line(each, marks, page))
    return lines


def keeps_printed_pages(issue: Issue, sections: Sequence[PrintedSection]) -> bool:
    """Whether the contents have the page numbers of the printed issue, which all its entries have."""
    printed = [each.entry.printed_page for section in sections for each in section.entries]
    return issue.as_printed and bool(printed) and all(printed)


def _line(each: PrintedEntry, marks: Mapping[int, str], page: list[Element]) -> Element:
    number = f"（{each.entry.doc_number}）" if each.entry.doc_number else ""
    content = [run(f"{each.entry.title}{number}"), *([run("\t"), *page] if page else [])]
    mark = marks.get(each.entry.pk)
    return paragraph("TOC2", *([link(mark, *content)] if mark else content))


def _as_printed(each: PrintedEntry) -> list[Element]:
    return [run(each.entry.printed_page)]


def _in_file(each: PrintedEntry, marks: Mapping[int, str], pages: Mapping[int, int]) -> list[Element]:
    mark = marks.get(each.entry.pk)
    return field(f"PAGEREF {mark} \\h", str(pages[each.entry.pk]), dirty=True) if mark else []
