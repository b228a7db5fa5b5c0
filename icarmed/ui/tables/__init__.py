"""Lists and tables: a snapshot of frozen rows, shown by named columns.

table = Table([Column("code", self.tr("Code"), lambda row: row.code),
               Column("born", self.tr("Born"), lambda row: row.age, sort=lambda row: row.born, right=True),
               Column("name", self.tr("Name"), lambda row: row.name, shaded=True)],
              empty_title=…, empty_text=…, shade=room.shade)
table.set_rows(rows); table.opened.connect(lambda row: …); table.current_row(); table.copied_text()

lines = LineList(shade=room.shade)             a list of richer lines, with chips
lines.set_lines([Line(key, lead="14:31", title="Nadia", detail="32 ans", chips=(Chip(…),), shaded=True)])
lines.opened.connect(lambda key: …)
"""

from icarmed.ui.tables.lines import Line, LineList
from icarmed.ui.tables.model import Column, RowModel
from icarmed.ui.tables.table import Table

__all__ = ["Column", "Line", "LineList", "RowModel", "Table"]
