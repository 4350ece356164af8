"""Appointments set as a table: 姓名 with 任命职务, 免去职务 or 职务."""

import re

from intake.readers.appointment_acts import APPOINT, REMOVE, Act, acts_of
from intake.readers.names import split_names
from intake.text import squeeze

_COLUMNS = [
    ("name", re.compile(r"^(?:姓名|名字|人员)$")),
    ("note", re.compile(r"备注|说明")),
    # The post held until now is no removal: nobody says that it is taken away.
    ("other", re.compile(r"^(?:原|现)任?职|^原工作单位|^现职|序号|性别|民族|出生|学历|文号|日期|时间")),
    (REMOVE, re.compile(r"免")),
    (APPOINT, re.compile(r"任命|任职|新任|聘任|拟?任")),
    ("post", re.compile(r"职务|职位|岗位")),
]


class AppointmentTable:
    """Rows of a table under the head that was read last."""

    def __init__(self) -> None:
        self.columns: list[str | None] = []

    def is_head(self, row: tuple[str, ...]) -> bool:
        """Whether a row is a head; it is then the one for the rows below."""
        columns = [_column(cell) for cell in row]
        if "name" in columns and len({column for column in columns if column}) > 1:
            self.columns = columns
            return True
        return False

    def read(self, row: tuple[str, ...], action: str | None) -> list[Act]:
        """The acts of a row. 职务 is of the heading above the table; without one it is no appointment."""
        cells: dict[str, str] = {}
        for column, cell in zip(self.columns, row, strict=False):
            if column and squeeze(cell).strip("—-/无"):
                cells.setdefault(column, cell)
        names = split_names(cells.get("name", ""))
        if names is None:
            return []
        notes = [squeeze(cells["note"])] if "note" in cells else []
        acts = []
        for what, key in ((APPOINT, APPOINT), (REMOVE, REMOVE), (action, "post")):
            if what and key in cells:
                acts += acts_of(names, what, cells[key], list(notes))
        return acts


def _column(cell: str) -> str | None:
    plain = squeeze(cell)
    return next((kind for kind, pattern in _COLUMNS if pattern.search(plain)), None)
