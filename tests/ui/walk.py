"""Walks a screen and says what is wrong with it for those who read, hear or tab through it.

    with pseudo_language(qapp):
        page = RemindersPage(room); page.show(); page.reload()
        assert walk(page, data=["Irina", "K7M-2QXW"]) == []

Show the widget in the size it is made for (1302 x 648 for a page) before the walk. `data` are the texts of
the test's own people and places: they may stand outside ⟦ ⟧, as may numbers, dates and the names of keys.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.ui.pseudo import outside

PAGE_SIZE = (1302, 648)
"""What the frame leaves a page of a 1366 x 768 screen."""

_KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift|Maj|Meta|Num)\+\S+|F\d{1,2}(?![\w-]))")
# A person's code may begin like the name of a key: F12-7KM.
_SINGLE_KEYS = ("Esc", "Ins", "Return", "Enter", "Del", "Left", "Right", "Up", "Down", "Space", "Tab")
_LETTERS = re.compile(r"[^\W\d_]")
_TYPED = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_NAMED = (*_TYPED, QAbstractItemView, QAbstractButton)
# Two widgets are on one line when they share at least this much of the lower one's height.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, with which widget, and the text it is about."""

    kind: str
    widget: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.widget}: {self.text}"


def walk(root: QWidget, data: Collection[str] = ()) -> list[Problem]:
    """Everything that is wrong in a widget that is shown; an empty list is what a test wants."""
    assert root.isVisible(), "show it first"
    seen = list(_in_sight(root))
    problems = [problem for widget in seen for problem in _untranslated(widget, data)]
    problems += [problem for widget in seen for problem in _unnamed(widget, root)]
    problems += [problem for widget in seen for problem in _cut(widget)]
    return problems + _out_of_order(root)


def _in_sight(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) or widget is root:
            yield widget


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()


def _untranslated(widget: QWidget, data: Collection[str]) -> Iterator[Problem]:
    for text in _texts(widget):
        left = _KEYS.sub(" ", outside(text))
        for known in (*_calendar_names(), *sorted(data, key=len, reverse=True), *_key_names()):
            left = left.replace(known, " ")
        if _LETTERS.search(left):
            yield Problem("not translated", _name(widget), text)


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield from (action.text() for action in widget.actions())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView() if not isinstance(widget, QHeaderView):
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    # A list has one column and does not say so.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for across in range(columns):
        if isinstance(view, QTableView):
            yield str(model.headerData(across, Qt.Orientation.Horizontal) or "")
        for down in range(model.rowCount()):
            index = model.index(down, across)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.data(index, role) or "")


def _calendar_names() -> list[str]:
    locale, long = QLocale(), QLocale.FormatType.LongFormat
    names = [locale.dayName(day, long) for day in range(1, 8)]
    return names + [locale.monthName(month, long) for month in range(1, 13)]


def _key_names() -> list[str]:
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(key).toString(native) for key in _SINGLE_KEYS]


def _unnamed(widget: QWidget, root: QWidget) -> Iterator[Problem]:
    if not isinstance(widget, _NAMED) or _is_part_of_another(widget):
        return
    if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text()):
        yield Problem("no accessible name", _name(widget), "")
    typed = isinstance(widget, _TYPED)
    if typed and not any(label.buddy() is widget for label in root.findChildren(QLabel)):
        yield Problem("no label as buddy", _name(widget), widget.accessibleName())


def _is_part_of_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QTableView | QLineEdit):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QHeaderView)


def _cut(widget: QWidget) -> Iterator[Problem]:
    match widget:
        case QLabel() if widget.text() and not widget.toolTip():
            if widget.wordWrap():
                cut = widget.height() < widget.heightForWidth(widget.width())
            else:
                cut = widget.width() < widget.sizeHint().width()
            text = widget.text()
        case QAbstractButton() if widget.text():
            cut, text = widget.width() < widget.sizeHint().width(), widget.text()
        case QLineEdit() if widget.placeholderText():
            text = widget.placeholderText()
            cut = widget.fontMetrics().horizontalAdvance(text) > widget.width() - 2 * 10
        case QCheckBox():
            cut, text = widget.width() < widget.sizeHint().width(), widget.text()
        case _:
            return
    if cut or _sticks_out(widget):
        yield Problem("cut", _name(widget), text)


def _sticks_out(widget: QWidget) -> bool:
    """Whether it reaches beyond the widget it is in, at the right; what scrolls may."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    return widget.geometry().right() > parent.rect().right()


def _out_of_order(root: QWidget) -> list[Problem]:
    stops = list(_stops(root))
    return [
        Problem("tab order", _name(after), f"after {_name(before)}")
        for before, after in pairwise(stops)
        if _goes_back(_place(before, root), _place(after, root))
    ]


def _stops(root: QWidget) -> Iterator[QWidget]:
    """Where the Tab key stops inside `root`, in its order."""
    inside = set(root.findChildren(QWidget))
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if widget in inside and _stops_here(widget, root):
            yield widget
        widget = widget.nextInFocusChain()


def _stops_here(widget: QWidget, root: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isVisibleTo(root) and widget.isEnabled() and not _is_part_of_another(widget)


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _goes_back(before: QRect, after: QRect) -> bool:
    """Whether the eye jumps back: left in a line, or up, but for the head of a column to the right."""
    shared = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
    on_one_line = shared > _SHARED * min(before.height(), after.height())
    if on_one_line:
        return after.left() < before.left()
    return after.top() < before.top() and after.left() <= before.right()
