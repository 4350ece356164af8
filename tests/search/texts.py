"""Texts for properties of the search: pieces of the real gazettes, and whatever else may be typed or printed."""

from pathlib import Path

from hypothesis import strategies as st

_ISSUES = Path(__file__).parents[2] / "fixtures" / "issues"
LINES = [
    line.strip()
    for file in sorted(_ISSUES.glob("*.txt"))
    for line in file.read_text(encoding="utf-8-sig").split("\n")
    if len(line.strip()) > 1
]
# What is hard to compare: marks that are left out, widths, signs above letters, characters of five hexadecimal digits.
_HARD = st.sampled_from(
    [
        *"·•‧・.．,，1２〔［(（2018〕］)）8号 \u3000\u00a0\n“”《》—-～é①㎡℃ßİﬁＡaªئۇ",
        "\U00020bb7",
        "\U0002a6d6",
        "e\u0301",
        "\u200b",
    ]
)
hard = st.lists(_HARD, min_size=1, max_size=30).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
printed = st.one_of(
    st.sampled_from(LINES), hard, anything, st.tuples(hard, st.sampled_from(LINES)).map("".join)
)
