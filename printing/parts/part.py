from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Part(ABC):
    """A record as it is printed, with the template that sets it and all the wording that it prints."""

    template: ClassVar[str]
    title: str

    @abstractmethod
    def texts(self) -> Iterator[str]:
        """Every text of the record, to say where something is."""

    @property
    def is_landscape(self) -> bool:
        """Whether the page is turned."""
        return False
