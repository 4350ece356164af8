"""What a document says of its own force, and of other documents: as texts word it."""

import datetime

import pytest

from intake.readers.statements import cites, effective_on, is_trial, listed_documents, repeals, valid_until

ISSUED = datetime.date(2021, 4, 8)
MAY = datetime.date(2021, 5, 1)
OLD = "《云岭市用水管理办法》（云政发〔2009〕31号）"
OLD_NUMBER = "云政发〔2009〕31号"


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2021年5月1日起施行。",
        "本办法自2021年5月1日施行。",
        "本办法从2021年5月1日起开始实施。",
        "本规定于2021年5月1日起正式施行。",
        "本办法自2021年5月1日零时起执行。",
        "本办法自二〇二一年五月一日起施行。",
        "本实施细则自 2021 年 5 月 1 日起试行，试行期2年。",
        "自2021年5月1日起施行。",
        "现印发给你们，自2021年5月1日起实施。",
        "现予公布，自2021年5月1日起施行。",
        "本办法由市财政局负责解释，自2021年5月1日起施行。",
        "此前规定与本办法不一致的，以本办法为准，自2021年5月1日起施行。",
        "本办法自2021年5月1日起施行，2015年3月1日起施行的《旧办法》同时废止。",
    ],
)
def test_a_document_in_force_from_a_day(text: str) -> None:
    assert effective_on(text, ISSUED) == MAY


@pytest.mark.parametrize("day", ["印发", "公布", "发布", "下发"])
def test_in_force_from_the_day_of_issue(day: str) -> None:
    assert effective_on(f"本办法自{day}之日起施行。", ISSUED) == ISSUED
    assert effective_on(f"本办法自{day}之日起施行。", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "补贴标准自2021年5月1日起执行。",
        "《供热条例》自2021年5月1日起施行以来，成效明显。",
        "本办法自公布之日起30日后施行。",
        "2021年5月1日前办结。",
        "自2021年5月1日起施行的办法继续有效。",
        "本办法自2021年2月30日起施行。",
    ],
)
def test_dates_of_other_things_are_not_the_day_of_force(text: str) -> None:
    assert effective_on(text, ISSUED) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("本办法自2021年5月1日起施行，有效期5年。", (2026, 4, 30)),
        ("本办法自2021年5月1日起施行，有效期为五年。", (2026, 4, 30)),
        ("本办法自2021年5月1日起试行，试行期两年。", (2023, 4, 30)),
        ("本办法自2021年5月1日起施行，有效期至2025年12月31日。", (2025, 12, 31)),
        ("本办法自2021年5月1日起施行，有效期截至2025年12月31日。", (2025, 12, 31)),
        ("本通知自2021年5月1日起施行，有效期限为3年，《旧办法》同时废止。", (2024, 4, 30)),
    ],
)
def test_the_last_day_in_force(text: str, until: tuple[int, int, int]) -> None:
    assert valid_until(text, MAY) == datetime.date(*until)


@pytest.mark.parametrize(
    "text", ["经营许可证有效期5年。", f"{OLD}有效期延长至2025年12月31日。", "保质期5年。"]
)
def test_terms_of_other_things_are_not_the_documents(text: str) -> None:
    assert valid_until(text, MAY) is None


def test_a_term_without_its_first_day_is_unknown() -> None:
    assert valid_until("本办法有效期5年。", None) is None


@pytest.mark.parametrize(
    "title", ["云岭市用水管理办法（试行）", "云岭市用水管理暂行办法", "云岭市用水管理规定(暂行)"]
)
def test_documents_on_trial(title: str) -> None:
    assert is_trial([title], "")


def test_trials_of_other_things_make_no_trial() -> None:
    assert not is_trial(["关于开展试点工作的通知"], "在三个县试行新标准。")
    assert is_trial(["关于开展试点工作的通知"], "本办法试行两年。")


@pytest.mark.parametrize(
    "text",
    [
        f"{OLD}同时废止。",
        f"原{OLD}即行废止。",
        f"决定将{OLD}予以废止。",
        f"经研究，决定废止{OLD}。",
        f"根据《国务院关于简政放权的决定》（国发〔2020〕1号），废止{OLD}。",
        f"现决定废止下列文件：{OLD}。".replace("下列文件：", ""),
        f"宣布{OLD}失效。",
        f"{OLD}同时宣布失效。",
        f"{OLD}停止执行。",
        f"自本办法施行之日起，{OLD}自行失效。",
        "云政发〔2009〕31号文件同时废止。",
        "《关于印发〈云岭市用水管理办法〉的通知》（云政发〔2009〕31号）同时废止。",
        "《云岭市用水管理办法》\n（云政发〔2009〕31号）同时废止。".replace("\n", ""),
    ],
)
def test_a_repeal_names_the_document_by_its_number(text: str) -> None:
    assert repeals(text) == [OLD_NUMBER]


def test_a_repealed_document_without_a_number_is_named_by_its_title() -> None:
    assert repeals("2015年3月1日起施行的《云岭市用水管理办法》同时废止。") == ["云岭市用水管理办法"]


def test_several_documents_repealed_in_one_sentence() -> None:
    text = f"{OLD}、《云岭市供热规定》和《云岭市绿化办法》（市政府令第8号）同时废止。"
    assert repeals(text) == [OLD_NUMBER, "云岭市供热规定", "市政府令第8号"]


@pytest.mark.parametrize(
    "text",
    [
        f"{OLD}第五条修改为：“用水单位应当节水。”",
        f"对{OLD}作如下修改：",
        f"{OLD}第三条废止。",
        f"删去{OLD}第七条。",
        f"{OLD}继续有效。",
        f"{OLD}不予废止。",
        f"建议废止{OLD}。",
        f"按照{OLD}，做好清理废止工作。",
        "此前有关规定同时废止。",
    ],
)
def test_amendments_and_mentions_are_no_repeals(text: str) -> None:
    assert repeals(text) == []


def test_of_two_clauses_only_the_one_that_repeals_counts() -> None:
    assert repeals(f"{OLD}予以修改，《云岭市供热规定》予以废止。") == ["云岭市供热规定"]
    assert repeals(f"废止{OLD}，执行《云岭市供热规定》。") == [OLD_NUMBER]


def test_a_list_of_repealed_documents_names_each_once() -> None:
    items = [
        "关于甲的通知（云政发〔2001〕1号）",
        "《关于修改〈乙规定〉（云政发〔1999〕9号）的决定》（云政发〔2002〕2号）",
        "《云岭市丙办法》",
        "其他",
    ]
    assert listed_documents(items) == ["云政发〔2001〕1号", "云政发〔2002〕2号", "云岭市丙办法"]


def test_citations_in_order_each_once_and_not_the_documents_own() -> None:
    text = "根据国发〔2020〕3号、国务院令第722号和国发〔2020〕3号，云政发〔2021〕7号"
    assert cites(text, {"云政发〔2021〕7号"}) == ["国发〔2020〕3号", "国务院令第722号"]
