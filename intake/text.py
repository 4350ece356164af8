"""Small operations on Chinese text that several readers need."""

import re
from difflib import SequenceMatcher

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇○"
# Blanks beside a Chinese character or a figure are alignment or a torn line, not wording.
_ALIGNMENT = re.compile(
    rf"(?<=[{HAN}，。；：、（）《》“”〈〉〔〕])[ \u3000\xa0]+(?=[{HAN}\d（《“〔])|(?<=\d)[ \xa0]+(?=[{HAN}])"
)
_DIGIT_GAP = re.compile(rf"(?<=[{HAN}])[ \xa0]+(?=\d)|(?<=\d)[ \xa0]+(?=[{HAN}])")
_VARIANTS = str.maketrans("()[]<>,;:?!－–-", "（）〔〕〈〉，；：？！———")


def squeeze(text: str) -> str:
    """Without any blanks."""
    return re.sub(r"\s+", "", text)


def close_up(text: str) -> str:
    """Without the blanks that a printed title has for its line breaks and alignment."""
    return _ALIGNMENT.sub("", text).strip()


def close_up_figures(text: str) -> str:
    """Without the blanks between figures and Chinese characters: 2018 年 → 2018年."""
    return _DIGIT_GAP.sub("", text)


def widen(text: str) -> str:
    """With the full-width punctuation of Chinese text, where a source has that of English: ,;:()."""
    return re.sub(
        rf"(?<=[{HAN}》）)\d])[,;:(]|[()](?=[{HAN}《，。；]|$)|\)", lambda m: m[0].translate(_VARIANTS), text
    )


def fold(text: str) -> str:
    """For comparing wording: no blanks, no width variants, no book-title marks or quotation marks."""
    return re.sub(r"[《》〈〉“”\"]", "", squeeze(text).translate(_VARIANTS))


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def is_alike(one: str, other: str, least: float) -> bool:
    """Whether the likeness of two wordings is at least so much; soon answered where they are far apart."""
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def glue(before: str, after: str) -> str:
    """Two pieces of a torn line as one; a blank stays only between Latin words."""
    latin = re.compile(r"[A-Za-z]")
    gap = " " if before and after and latin.match(before[-1]) and latin.match(after[0]) else ""
    return before + gap + after


def open_marks(text: str) -> int:
    """How many brackets and book-title marks are opened and not closed, each kind for itself."""
    folded = text.translate(_VARIANTS)
    return sum(max(0, folded.count(a) - folded.count(b)) for a, b in ("（）", "《》", "〔〕"))


def ends_sentence(text: str) -> bool:
    """Whether the text ends where a sentence or clause may end a paragraph."""
    return bool(re.search(r"[。！？!?；;：:…][”’）)》」』]*$|[。；：]$", text)) or (
        bool(re.search(r"[）)]$", text)) and not open_marks(text)
    )
