"""Fields that are chosen: from a list that is typed into, from a few that are all in sight, or yes and no."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from icarmed.domain.text import folded
from icarmed.ui.forms.field import Field
from icarmed.ui.parts.chips import ChipKind, paint_shape
from icarmed.ui.theme import colour, pixmap, set_role, set_state

T = TypeVar("T")


class _Combo(QComboBox):
    """A box that is typed into, with its arrow in the colours of the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = pixmap("chevron-down", "muted", 16, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 16) // 2, drawn)
        painter.end()


class _Folded(QSortFilterProxyModel):
    """Keeps the rows each of whose typed words is in them, without accents."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def find(self, typed: str) -> None:
        self._words = folded(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 Qt's name
        index = self.sourceModel().index(source_row, 0, source_parent)
        text = folded(str(index.data() or ""))
        return all(word in text for word in self._words)


class ChoiceField(Field, Generic[T]):
    """One of many: typing any piece of a text, without accents, finds it. Options are (value, text)."""

    def __init__(
        self,
        name: str,
        text: str,
        options: Iterable[tuple[T, str]] = (),
        *,
        hint: str = "",
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self._options: list[tuple[T, str]] = []
        self.combo = _Combo()
        self.line = QLineEdit()
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        self._found = _Folded(self)
        self._found.setSourceModel(self.combo.model())
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self.combo)
        popup = QListView()
        set_role(popup, "popup")
        completer.setPopup(popup)
        self.combo.setCompleter(completer)
        completer.activated.connect(self._on_completer_activated)
        self.line.setPlaceholderText(example)
        self.line.textEdited.connect(self._found.find)
        self.line.editingFinished.connect(self._on_line_editing_finished)
        self.combo.currentIndexChanged.connect(self._on_combo_current_index_changed)
        self._place(self.combo)
        self.line.setAccessibleName(text)
        self.set_options(options)

    def set_options(self, options: Iterable[tuple[T, str]]) -> None:
        """Offer these instead; what was chosen stays if it is still among them."""
        before = self.value()
        self._options = list(options)
        self.combo.clear()
        self.combo.addItems([text for _, text in self._options])
        self.combo.setCurrentIndex(-1)
        self.combo.clearEditText()
        self._found.find("")
        if before is not None:
            self.set_value(before)

    def value(self) -> T | None:
        """What is chosen; None when nothing is."""
        at = self.combo.currentIndex()
        return self._options[at][0] if at >= 0 else None

    @property
    def unreadable(self) -> bool:
        """Whether something is typed that is none of the options."""
        return self.combo.currentIndex() < 0 and bool(self.combo.currentText().strip())

    def set_value(self, value: T | None) -> None:
        """Choose another; what is not among the options chooses nothing."""
        values = [offered for offered, _ in self._options]
        self.combo.setCurrentIndex(values.index(value) if value in values else -1)
        if self.combo.currentIndex() < 0:
            self.combo.clearEditText()

    def _on_completer_activated(self, text: str) -> None:
        self.combo.setCurrentIndex(self.combo.findText(text))

    def _on_combo_current_index_changed(self) -> None:
        self.set_error("")
        self.changed.emit()

    def _on_line_editing_finished(self) -> None:
        """Take the one option that what was typed leaves over."""
        typed = self.combo.currentText().strip()
        if not typed:
            self.combo.setCurrentIndex(-1)
        elif typed != self.combo.itemText(self.combo.currentIndex()):
            self._found.find(typed)
            left = self._found.rowCount()
            found = self._found.mapToSource(self._found.index(0, 0)).row() if left == 1 else -1
            self.combo.setCurrentIndex(found)
            if found < 0:
                self.combo.setEditText(typed)
        self._found.find("")


class SegmentField(Field, Generic[T]):
    """One of a few, all in sight; a digit, Left or Right chooses. Options are (value, text)."""

    def __init__(
        self,
        name: str,
        text: str,
        options: Sequence[tuple[T, str]],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_group_id_toggled)
        strip = QWidget()
        box = QHBoxLayout(strip)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for at, (_, shown) in enumerate(options):
            box.addWidget(self._segment(at, shown, len(options)))
        box.addStretch(1)
        self._place(self._group.button(0), stands_in=strip)
        for at, (_, shown) in enumerate(options):
            self._group.button(at).setAccessibleName(f"{text}: {shown}")

    def value(self) -> T | None:
        """What is chosen; None when nothing is yet."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: T | None) -> None:
        """Choose another, or nothing."""
        if value is not None:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            at = self._meant(event, self._group.id(watched) if isinstance(watched, QPushButton) else 0)
            if at is not None and 0 <= at < len(self._values):
                self._group.button(at).setChecked(True)
                self._group.button(at).setFocus()
                return True
        return super().eventFilter(watched, event)

    def _segment(self, at: int, text: str, count: int) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.installEventFilter(self)
        set_state(button, "segment", "true")
        place = "only" if count == 1 else {0: "first", count - 1: "last"}.get(at, "middle")
        set_state(button, "place", place)
        self._group.addButton(button, at)
        return button

    def _meant(self, event: QKeyEvent, at: int) -> int | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.text().isdecimal():
            return int(event.text()) - 1
        return {Qt.Key.Key_Left.value: at - 1, Qt.Key.Key_Right.value: at + 1}.get(event.key())

    def _on_group_id_toggled(self) -> None:
        self.set_error("")
        self.changed.emit()


class _Tick(QCheckBox):
    """A tick box drawn in the colours of the theme."""

    def sizeHint(self) -> QSize:  # noqa: N802 Qt's name
        return QSize(28 + self.fontMetrics().horizontalAdvance(self.text()) + 6, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2.5, (self.height() - 18) / 2 + 0.5, 17, 17)
        checked, focus = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(colour("act" if checked or focus else "edge"), 2 if focus else 1))
        painter.setBrush(colour("act" if checked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            paint_shape(painter, box.center(), ChipKind.DONE, colour("on_act"), 10)
        if focus:
            painter.setPen(QPen(colour("act"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 1, -1, -1), 4, 4)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setPen(colour("text" if enabled else "muted"))
        words = QRectF(28, 0, self.width() - 28, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class TickField(Field):
    """Yes or not; the label is beside the box."""

    def __init__(self, name: str, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, text, hint=hint, parent=parent)
        self.tick = _Tick(text)
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tick.toggled.connect(self.changed)
        self._place(self.tick)
        self.hide_label()

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def set_value(self, *, ticked: bool) -> None:
        """Tick it, or not."""
        self.tick.setChecked(ticked)
