"""Citations as lawyers write them; no database is needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.anchors import value_of
from documents.quoting import Place, chinese, in_marks, is_item, is_part, part_name, quotation

TITLE, NUMBER = "关于印发《供暖办法》的通知", "伊河政发〔2021〕3号"


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (Place(), "《关于印发〈供暖办法〉的通知》（伊河政发〔2021〕3号）"),
        (Place(text="供暖办法"), "《供暖办法》（伊河政发〔2021〕3号）"),
        (
            Place(text="供暖办法", parts=("第一章", "第二节")),
            "《供暖办法》（伊河政发〔2021〕3号）第一章第二节",
        ),
        (
            Place(text="供暖办法", parts=("第一章",), article="第三条", paragraph=2, items=("（一）",)),
            "《供暖办法》（伊河政发〔2021〕3号）第三条第二款第（一）项",
        ),
        (
            Place(text="供暖办法", article="第八条", items=("(一)", "2.")),
            "《供暖办法》（伊河政发〔2021〕3号）第八条第（一）项第2目",
        ),
        (
            Place(parts=("第二部分",), items=("（三）", "1.", "（2）")),
            "《关于印发〈供暖办法〉的通知》（伊河政发〔2021〕3号）第二部分第（三）项第1目（2）",
        ),
        (
            Place(annex="附件2", article="第三条"),
            "《关于印发〈供暖办法〉的通知》（伊河政发〔2021〕3号）附件2第三条",
        ),
        (
            Place(annex="附件2", text="考核办法", article="第三条"),
            "《关于印发〈供暖办法〉的通知》（伊河政发〔2021〕3号）附件2《考核办法》第三条",
        ),
    ],
)
def test_a_place_is_cited_by_text_number_and_place(place: Place, wanted: str) -> None:
    """An issued text goes by its own title; articles count through the chapters, and need none."""
    assert quotation(TITLE, NUMBER, place) == wanted


def test_what_has_no_number_is_cited_without_one() -> None:
    assert quotation("关于供暖的公告", "", Place(parts=("第一部分",))) == "《关于供暖的公告》第一部分"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("供暖办法", "《供暖办法》"),
        ("关于印发《甲〈乙〉办法》的通知", "《关于印发〈甲《乙》办法〉的通知》"),
        ("关于甲的\n通知", "《关于甲的通知》"),
    ],
)
def test_marks_within_marks_change_with_their_depth(title: str, wanted: str) -> None:
    assert in_marks(title) == wanted


@pytest.mark.parametrize(
    ("label", "text", "wanted"),
    [
        ("第一章", "总则", "第一章"),
        ("一、", "目标", "第一部分"),
        ("十二、", "", "第十二部分"),
        ("", "总则", "“总则”部分"),
    ],
)
def test_a_part_is_called_by_its_label_else_by_its_words(label: str, text: str, wanted: str) -> None:
    assert part_name(label, text) == wanted


@given(st.integers(1, 99))
def test_chinese_figures_mean_the_number_that_they_write(count: int) -> None:
    assert value_of(chinese(count)) == count


@given(st.lists(st.sampled_from(["（一）", "(十二)", "1.", "3、", "（2）"]), max_size=4), st.integers(0, 40))
def test_a_place_within_another_begins_with_its_name(items: list[str], paragraph: int) -> None:
    """So a reader sees at a glance what holds what, and the names within an article can be shortened."""
    place = Place(article="第九条", paragraph=paragraph)
    for label in items:
        assert place.below(label).name.startswith(place.name)
        assert place.below(label).name != place.name
        place = place.below(label)


@given(st.text(alphabet="甲乙《》〈〉", max_size=12))
def test_a_title_keeps_its_words_and_stands_between_one_pair_of_marks(title: str) -> None:
    made = in_marks(title)
    assert made[0] == "《"
    assert made[-1] == "》"
    plain = str.maketrans("〈〉", "《》")
    assert made[1:-1].translate(plain) == title.translate(plain)


@given(st.text(max_size=8))
def test_no_label_is_both_a_part_and_an_item(label: str) -> None:
    assert not (is_part(label) and is_item(label))
