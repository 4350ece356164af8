"""Document numbers as people type them: 伊州政办发[2018]8号, (2018)8, 伊州政办发 2018 第8号, 政府令第216号."""

import re
from dataclasses import dataclass

from search.folding import fold

_OF_YEAR = re.compile(r"(?P<prefix>[^0-9()]*)\((?P<year>(?:19|20)[0-9]{2})\)第?(?P<serial>[0-9]{1,5})号?")
_ORDER = re.compile(r"(?P<prefix>[^0-9()]*)\(?第(?P<serial>[0-9]{1,5})号\)?")


@dataclass(frozen=True)
class DocNumber:
    """`prefix` is the issuer's word, which may be left out or begin late; `year` is empty in an order's number."""

    prefix: str
    year: str
    serial: int

    @property
    def tail(self) -> str:
        """What all its forms share: (2018)8, 第216."""
        return f"({self.year}){self.serial}" if self.year else f"第{self.serial}"

    @property
    def folded(self) -> str:
        """The form that the rules want, as it is compared."""
        return f"{self.prefix}{self.tail}号"

    def is_of(self, printed: str) -> bool:
        """Whether this, as typed, is the number that is printed so; the issuer's word may begin late."""
        held = doc_number(printed)
        return held is not None and held.tail == self.tail and held.prefix.endswith(self.prefix)


def doc_number(text: str) -> DocNumber | None:
    """The number that a text is, in any form; None for all else."""
    # Without brackets the blanks tell where the year ends: 2018 8号, but 20188号 is none.
    spaced = re.sub(r"(?<![0-9])((?:19|20)[0-9]{2})(?:\s+|年\s*)(?=第?\s*[0-9])", r"(\1)", text)
    folded = fold(spaced)
    of_year = _OF_YEAR.fullmatch(folded)
    if of_year:
        return DocNumber(of_year["prefix"], of_year["year"], int(of_year["serial"]))
    order = _ORDER.fullmatch(folded)
    return DocNumber(order["prefix"], "", int(order["serial"])) if order else None
