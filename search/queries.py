"""What a reader typed, as terms to look for."""

from dataclasses import dataclass

from search.folding import fold
from search.numbers import DocNumber, doc_number

LONGEST = 100
MOST_TERMS = 10


@dataclass(frozen=True)
class Wanted:
    """`ways` are several lists of folded terms: a text is found that holds all terms of one of them.

    `text` is what is looked for, as typed; `cut` says that it was longer. `number` is set where it is a number.
    """

    text: str
    ways: tuple[tuple[str, ...], ...]
    number: DocNumber | None = None
    cut: bool = False

    @property
    def whole(self) -> str:
        """The words as one, as a name would be compared."""
        return fold(self.text)

    @property
    def words(self) -> list[str]:
        """The words as typed that may be looked for one by one."""
        return [word for word in self.text.split() if len(fold(word)) > 1]

    @property
    def terms(self) -> list[str]:
        """All terms, to be marked in what is found."""
        return list(dict.fromkeys(term for way in self.ways for term in way))


def wanted(typed: str) -> Wanted:
    """Read a query. Without anything that can be looked for it has no ways: one character alone is too little."""
    plain = " ".join(typed.replace("\x00", " ").split())
    text = plain[:LONGEST].rstrip()
    number = doc_number(text)
    # A number is one term, in the form of the rules as well as in the one typed.
    ways = [(fold(text),), (number.folded,)] if number else [_terms(text)]
    found = tuple(dict.fromkeys(way for way in ways if way))
    return Wanted(text, found, number, cut=len(plain) > LONGEST)


def _terms(text: str) -> tuple[str, ...]:
    words = text.split()
    folded = [term for term in dict.fromkeys(map(fold, words)) if term]
    if folded and max(map(len, folded)) == 1:
        # 王 强 is a name set wide. One sign with a mark that folding drops, ·努, is still two characters.
        folded = ["".join(map(fold, words))]
        if len("".join(words)) < 2:
            return ()
    kept = [term for term in folded if not any(term != other and term in other for other in folded)]
    return tuple(kept[:MOST_TERMS])
