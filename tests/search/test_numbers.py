"""A document's number in the forms in which people type it."""

import pytest

from search.numbers import doc_number


@pytest.mark.parametrize(
    "typed",
    [
        "伊州政办发〔2018〕8号",
        "伊州政办发[2018]8号",
        "伊州政办发（2018）8号",
        "伊州政办发【2018】第8号",
        "伊州政办发 ［２０１８］ ８ 号",
        "伊州政办发〔2018〕08号",
        "伊州政办发 2018 8号",
        "伊州政办发2018年8号",
        "伊州政办发(2018)8",
        "政办发〔2018〕8号",
        "〔2018〕8号",
        "(2018)8",
        "2018 第8号",
    ],
)
def test_each_form_is_the_number(typed: str) -> None:
    number = doc_number(typed)
    assert number is not None
    assert number.is_of("伊州政办发〔2018〕8号")


@pytest.mark.parametrize("typed", ["政府令第216号", "令第216号", "第216号", "自治区人民政府令 （第216号）"])
def test_an_order_has_no_year(typed: str) -> None:
    number = doc_number(typed)
    assert number is not None
    assert number.is_of("新疆维吾尔自治区人民政府令第216号")


@pytest.mark.parametrize(
    "other",
    ["伊州政办发〔2018〕18号", "伊州政办发〔2017〕8号", "伊州政发〔2018〕8号", "伊州政办发〔2018〕80号", ""],
)
def test_another_number_is_another(other: str) -> None:
    number = doc_number("政办发(2018)8号")
    assert number is not None
    assert not number.is_of(other)


@pytest.mark.parametrize(
    "typed", ["", "就业", "2018", "8号", "20188号", "2018年", "关于〔2018〕8号文件的通知", "第三条"]
)
def test_what_is_no_number(typed: str) -> None:
    assert doc_number(typed) is None
