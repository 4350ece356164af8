"""A small world of named people and papers, made anew for each test that asks for it.

伊河州 does not exist; nothing here is taken from a real issue.
"""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import Permission, User
from django.utils import timezone

from documents.models import Attachment, Block, BlockKind, Document, DocumentKind
from gazette.models import Entry, Issue, Publication, Section, SectionKind, Source


def publication(code: str = "yihe", place: str = "伊河州") -> Publication:
    return Publication.objects.create(
        code=code, name=f"{place}人民政府公报", place=place, sponsor=f"{place}人民政府", frequency="双月刊"
    )


def issue(of: Publication, year: int = 2021, number: int = 3, *, published: bool = True) -> Issue:
    return Issue.objects.create(
        publication=of,
        year=year,
        number=number,
        number_end=number,
        serial=100 + number,
        frequency="双月刊",
        dated_on=datetime.date(year, 5, 20),
        published_at=timezone.now() if published else None,
    )


def section(of: Publication, name: str = "州人民政府文件", kind: str = SectionKind.DOCUMENTS) -> Section:
    return Section.objects.get_or_create(publication=of, name=name, defaults={"kind": kind})[0]


def document(
    of: Publication,
    serial: int = 1,
    *,
    title: str = "关于做好冬季供暖工作的通知",
    printed_in: Issue | None = None,
    published: bool = True,
) -> Document:
    """A notice with two headings, two articles, a list of items, a table and an attachment."""
    number = f"伊河政发〔2021〕{serial}号"
    entry = None
    if printed_in:
        entry = Entry.objects.create(
            issue=printed_in,
            section=section(of),
            position=serial,
            title=title,
            doc_number=number,
            printed_page=str(serial),
        )
    made = Document.objects.create(
        publication=of,
        entry=entry,
        slug=f"yihezhengfa-2021-{serial}",
        title=title,
        doc_number=number,
        kind=DocumentKind.NOTICE,
        issuer="伊河州人民政府",
        addressee="各县市人民政府，州直各部门：",
        issued_on=datetime.date(2021, 4, 8),
        effective_on=datetime.date(2021, 5, 1),
        published_at=timezone.now() if published and not printed_in else None,
    )
    annex = Attachment.objects.create(document=made, position=1, label="附件", title="供暖时间表")
    for position, (kind, level, label, text, rows, within) in enumerate(
        [
            (BlockKind.PARAGRAPH, 0, "", "《供暖办法》已经州人民政府同意，现印发你们。", [], None),
            (BlockKind.SIGNATURE, 0, "", "伊河州人民政府\n2021年4月8日", [], None),
            (BlockKind.HEADING, 1, "", "供暖办法", [], None),
            (BlockKind.HEADING, 2, "第一章", "总则", [], None),
            (BlockKind.ARTICLE, 3, "第一条", "为保障居民温暖过冬，制定本办法。", [], None),
            (BlockKind.ARTICLE, 3, "第二条", "供暖单位应当做到：", [], None),
            (BlockKind.ITEM, 3, "（一）", "按时供暖；", [], None),
            (BlockKind.ITEM, 3, "（二）", "室温不低于十八摄氏度。", [], None),
            (BlockKind.TABLE, 0, "", "", [["县市", "开始日期"], ["东河县", "10月15日"]], annex),
        ],
        1,
    ):
        Block.objects.create(
            document=made,
            attachment=within,
            position=position,
            kind=kind,
            level=level,
            label=label,
            text=text,
            rows=rows,
        )
    return made


def source(of: Publication, text: str = "第一行\n第二行\n") -> Source:
    return Source.objects.create(
        publication=of,
        name="来稿.txt",
        sha256="0" * 64,
        original=text.encode(),
        text=text,
        line_count=text.count("\n") + 1,
        reading={"problems": []},
    )


def editor(name: str = "古丽", *permissions: str) -> User:
    """A member of staff who may enter the admin and has the named permissions (app.codename)."""
    user = User.objects.create_user(name, password="a long pass phrase", is_staff=True)
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


@dataclass
class World:
    """One gazette with one published issue of two documents."""

    gazette: Publication
    issue: Issue
    first: Document
    second: Document


def build() -> World:
    gazette = publication()
    spring = issue(gazette)
    return World(
        gazette=gazette,
        issue=spring,
        first=document(gazette, 1, printed_in=spring),
        second=document(gazette, 2, title="关于保护湿地的意见", printed_in=spring),
    )
