"""The permanent address of a document, made from its number."""

from pypinyin import lazy_pinyin

from documents.models import Document, FormerAddress
from gazette.models import Publication

_LONGEST = 100


def slug_for(text: str) -> str:
    """伊河政发〔2021〕3号 → yihezhengfa-2021-3: short enough to be typed, and readable.

    Chinese becomes pinyin without tones; every other run of letters or figures is kept, joined by hyphens.
    """
    parts: list[str] = []
    run = ""
    for char in text:
        if char == "号" or not char.isalnum():
            parts.append(run)
            run = ""
            continue
        if run and run[-1].isdigit() != char.isdigit():
            parts.append(run)
            run = ""
        run += char
    parts.append(run)
    return "-".join("".join(lazy_pinyin(part)) for part in parts if part).lower()[:_LONGEST].rstrip("-")


def is_taken(publication: Publication, slug: str, but: Document | None = None) -> bool:
    """Whether the address leads, or once led, to another document."""
    now = Document.objects.filter(publication=publication, slug=slug)
    once = FormerAddress.objects.filter(publication=publication, slug=slug)
    if but is not None:
        now, once = now.exclude(pk=but.pk), once.exclude(document=but)
    return now.exists() or once.exists()


def free_slug(publication: Publication, wanted: str) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` … where that address is taken."""
    slug, count = wanted, 1
    while is_taken(publication, slug):
        count += 1
        slug = f"{wanted}-{count}"
    return slug
