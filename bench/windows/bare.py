"""The least window there is with something in it: a table of a few rows."""

import sys

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from bench.windows.ending import EndingApplication

ROWS, COLUMNS = 20, 6
SIZE = (1280, 720)

if __name__ == "__main__":
    app = EndingApplication(sys.argv)
    table = QTableWidget(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    table.resize(*SIZE)
    table.show()
    sys.exit(app.exec())
