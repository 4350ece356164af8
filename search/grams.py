"""Pairs of neighbouring characters (bigrams), by which the databases' indexes find texts.

Each pair is written in figures and small letters, since tokenisers split or drop characters that they do not know.
"""

from itertools import pairwise

# Pieces of a folded text (paragraphs, cells) are parted by this; no pair reaches over it, and no folded term holds it.
PART = "\n"
# What is rare enough is found by so many pairs; the text itself is compared afterwards.
MOST_IN_A_QUERY = 24


def grams_of(folded: str) -> set[str]:
    """All pairs of a folded text."""
    figures = {char: f"{ord(char):x}" for char in set(folded)}
    return {
        f"{figures[one]}g{figures[other]}" for one, other in set(pairwise(folded)) if PART not in (one, other)
    }


def grams_of_terms(terms: tuple[str, ...]) -> list[str]:
    """The pairs that a text must hold to hold all terms; spread evenly where there are very many."""
    pairs = dict.fromkeys(_written(pair) for term in terms for pair in pairwise(term))
    step = max(1, -(-len(pairs) // MOST_IN_A_QUERY))
    return list(pairs)[::step]


def _written(pair: tuple[str, str]) -> str:
    return f"{ord(pair[0]):x}g{ord(pair[1]):x}"
