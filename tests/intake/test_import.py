"""A file becomes records: all of them or none, once, and never over an editor's work."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from documents.models import Attachment, Block, Citation, Document, FormerAddress
from gazette.models import Entry, Issue, Publication, Section, SectionKind, Source
from gazette.models.issue import DatePrecision
from intake.errors import SourceError
from intake.flows.import_source import ImportResult, import_source
from tests import world as worlds
from tests.intake.texts import ISSUE, NOTICE

pytestmark = pytest.mark.django_db


@pytest.fixture
def gazette() -> Publication:
    return worlds.publication()


def bring_in(gazette: Publication, text: str = ISSUE, name: str = "2021-03.txt") -> ImportResult:
    return import_source(name, text.encode(), gazette)


def nothing_is_there() -> bool:
    models = (Source, Issue, Entry, Document, Block, Attachment, Citation, Section)
    return not any(model.objects.exists() for model in models)


def test_an_issue_with_its_contents_and_documents_is_made(gazette: Publication) -> None:
    result = bring_in(gazette)
    issue = Issue.objects.get()
    assert result.created
    assert (issue.year, issue.number, issue.serial, issue.frequency) == (2021, 3, 120, "月刊")
    assert (issue.dated_label, issue.chief_editor) == ("2021年5月20日", "赵河")
    assert list(issue.entries.values_list("section__kind", "printed_page")) == [
        (SectionKind.DOCUMENTS, "1"),
        (SectionKind.DOCUMENTS, "6"),
        (SectionKind.APPOINTMENTS, "9"),
    ]
    held = Document.objects.order_by("entry__position")
    assert list(held.values_list("slug", "kind")) == [
        ("yihezhengfa-2021-7", "notice"),
        ("yihezhengbanfa-2021-12", "opinion"),
    ]


def test_a_month_is_not_made_into_a_day(gazette: Publication) -> None:
    bring_in(gazette, ISSUE.replace("2021年5月20日 第3期", "2021年5月 第3期"))
    issue = Issue.objects.get()
    assert (issue.dated_precision, issue.dated_label) == (DatePrecision.MONTH, "2021年5月")


def test_every_record_knows_the_lines_that_it_came_from(gazette: Publication) -> None:
    source = bring_in(gazette).source
    lines = source.lines()
    for model in (Issue, Entry, Document, Attachment, Block, Citation):
        for record in model.objects.all():
            assert record.source == source
            assert record.source_lines
    article = Block.objects.get(label="第二条")
    first, last = article.source_lines[0]
    assert lines[first - 1 : last] == ["第二条 供暖单位应当做到："]


def test_blocks_lie_in_their_attachments(gazette: Publication) -> None:
    bring_in(gazette, NOTICE)
    schedule, members = Attachment.objects.all()
    assert [block.kind for block in schedule.blocks.all()] == ["table"]
    assert [block.kind for block in members.blocks.all()] == ["list", "paragraph"]


def test_citations_and_repeals_are_kept_by_number(gazette: Publication) -> None:
    bring_in(gazette, NOTICE)
    assert set(Citation.objects.values_list("relation", "doc_number")) == {
        ("cites", "国发〔2019〕3号"),
        ("cites", "省政府令第18号"),
        ("repeals", "伊河政发〔2009〕31号"),
    }


def test_a_text_without_a_masthead_is_a_collection_without_an_issue(gazette: Publication) -> None:
    result = bring_in(gazette, NOTICE)
    assert result.issue is None
    assert [document.entry for document in result.documents] == [None]


def test_what_comes_in_is_a_draft(gazette: Publication) -> None:
    bring_in(gazette)
    assert not Issue.objects.published().exists()
    assert not Document.objects.published().exists()


def test_the_same_file_again_changes_nothing_not_even_an_edit(gazette: Publication) -> None:
    first = bring_in(gazette)
    Document.objects.filter(slug="yihezhengfa-2021-7").update(title="编辑改过的标题")
    again = bring_in(gazette, name="another name.txt")
    assert (again.created, again.source, again.issue) == (False, first.source, first.issue)
    assert Document.objects.get(slug="yihezhengfa-2021-7").title == "编辑改过的标题"


def test_another_text_of_an_issue_that_is_held_is_refused(gazette: Publication) -> None:
    bring_in(gazette)
    counts = Document.objects.count(), Source.objects.count()
    with pytest.raises(SourceError, match="2021年第3号已经收录"):
        bring_in(gazette, ISSUE + "\n改过一处。")
    assert (Document.objects.count(), Source.objects.count()) == counts


def test_one_half_of_a_double_issue_that_is_held_is_refused(gazette: Publication) -> None:
    bring_in(gazette, ISSUE.replace("第3期 (总120期)", "第2-3期 (总119-120期)"))
    with pytest.raises(SourceError, match="2021年第2-3号已经收录"):
        bring_in(gazette)


def test_a_document_number_that_is_held_gets_an_address_of_its_own(gazette: Publication) -> None:
    bring_in(gazette, NOTICE)
    bring_in(gazette)
    slugs = Document.objects.filter(doc_number="伊河政发〔2021〕7号").values_list("slug", flat=True)
    assert set(slugs) == {"yihezhengfa-2021-7", "yihezhengfa-2021-7-2"}


def test_an_address_that_once_led_elsewhere_is_not_given_again(gazette: Publication) -> None:
    old = worlds.document(gazette, 9)
    FormerAddress.objects.create(publication=gazette, slug="yihezhengfa-2021-7", document=old)
    made = bring_in(gazette, NOTICE).documents[0]
    assert made.slug == "yihezhengfa-2021-7-2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的"),
        (b"\x89PNG....", "PNG"),
        ("今天天气很好。\n我们去公园散步。".encode(), "没有读出公报内容"),
        (ISSUE.replace("伊河州人民政府公报", "东山州人民政府公报").encode(), "刊头是《东山州人民政府公报》"),
        (ISSUE.replace("保护湿地的意见", "保护湿地的" + "很" * 400 + "长的意见").encode(), "“标题”不能收录"),
    ],
)
def test_bad_input_leaves_nothing_behind(gazette: Publication, data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        import_source("a.txt", data, gazette)
    assert nothing_is_there()


class TestCommand:
    def run(self, path: Path, *args: str) -> str:
        out = StringIO()
        call_command("import_issue", str(path), *args, stdout=out)
        return out.getvalue()

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "2021-03.txt"
        path.write_text(ISSUE, encoding="utf-8")
        return path

    def test_as_printed_it_is_public_at_once(self, gazette: Publication, file: Path) -> None:
        out = self.run(file, "--publication", "yihe", "--as-printed")
        assert "2021年第3号，文件 2 件" in out
        issue = Issue.objects.published().get()
        assert issue.as_printed
        assert issue.published_by is None

    def test_a_collection_as_printed_is_public_at_once(self, gazette: Publication, file: Path) -> None:
        file.write_text(NOTICE, encoding="utf-8")
        self.run(file, "--publication", "yihe", "--as-printed")
        assert Document.objects.published().count() == 1

    def test_without_as_printed_it_waits(self, gazette: Publication, file: Path) -> None:
        self.run(file, "--publication", "yihe")
        assert not Issue.objects.published().exists()

    def test_the_same_again_says_so(self, gazette: Publication, file: Path) -> None:
        self.run(file, "--publication", "yihe")
        assert "以前已经读入，没有改动" in self.run(file, "--publication", "yihe")

    def test_an_unknown_publication_is_named_with_the_known_ones(
        self, gazette: Publication, file: Path
    ) -> None:
        with pytest.raises(CommandError, match="没有代号为“nowhere”的公报。已有：yihe"):
            self.run(file, "--publication", "nowhere")

    def test_a_file_that_is_not_there(self, gazette: Publication, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="无法打开文件"):
            self.run(tmp_path / "none.txt", "--publication", "yihe")

    def test_bad_input_is_said_with_the_files_name(self, gazette: Publication, file: Path) -> None:
        file.write_bytes(b"")
        with pytest.raises(CommandError, match=r"2021-03\.txt：文件是空的"):
            self.run(file, "--publication", "yihe")
        assert nothing_is_there()


def test_the_reading_is_printed_as_json(tmp_path: Path) -> None:
    path = tmp_path / "2021-03.txt"
    path.write_text(ISSUE, encoding="utf-8")
    out = StringIO()
    call_command("read_issue", str(path), "--json", stdout=out)
    import json

    data = json.loads(out.getvalue())
    assert data["issue"]["number"] == 3
    assert data["source"]["name"] == "2021-03.txt"
    assert data["documents"][0]["lines"][0] < data["documents"][0]["lines"][1]
    assert nothing_is_there()


def test_the_examples_load_once_and_keep_edits() -> None:
    call_command("load_examples", stdout=StringIO())
    counts = {m: m.objects.count() for m in (Publication, Section, Issue, Document, Block, Source)}
    assert (counts[Publication], counts[Issue], counts[Document]) == (3, 2, 17)
    Publication.objects.filter(code="ili").update(sponsor="改过的主办单位")
    call_command("load_examples", stdout=StringIO())
    assert {m: m.objects.count() for m in counts} == counts
    assert Publication.objects.get(code="ili").sponsor == "改过的主办单位"


def test_what_a_constraint_refuses_is_said_with_its_line(gazette: Publication) -> None:
    """In force after it has ended: the text says so, and no record can."""
    text = NOTICE.replace("有效期2年", "有效期至2020年12月31日")
    with pytest.raises(SourceError, match="第 1 行的“文件”不能收录"):
        bring_in(gazette, text)
    assert nothing_is_there()


def test_a_long_file_name_is_shortened_and_keeps_its_ending(gazette: Publication) -> None:
    source = bring_in(gazette, name="很长的文件名" * 60 + ".txt").source
    assert len(source.name) == 200
    assert source.name.endswith(".txt")


def test_items_that_need_an_issue_are_named_where_there_is_none(gazette: Publication) -> None:
    text = NOTICE + "\n关于王明等同志任免职的通知\n\n伊河政任〔2021〕4号\n\n任命王明为州财政局局长。\n"
    problems = bring_in(gazette, text).source.problems
    told = [problem["message"] for problem in problems if problem["code"] == "item-without-issue"]
    assert told == ["没有刊头，“关于王明等同志任免职的通知”没有建立记录，原文保留在来稿里。"]


def test_an_issue_of_notices_alone_is_an_issue(gazette: Publication) -> None:
    text = "伊河州人民政府公报\n\n2021年5月20日 第3期\n\n关于王明等同志任免职的通知\n\n伊河政任〔2021〕4号\n\n任命王明为州财政局局长。\n"
    result = bring_in(gazette, text)
    assert result.issue is not None
    assert [entry.title for entry in result.issue.entries.all()] == ["关于王明等同志任免职的通知"]
