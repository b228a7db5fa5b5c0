"""Closing a session: what is missing, whose drafts are open, what was used from stock."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from icarmed.catalogue.labels import product_label
from icarmed.domain.findings import Finding
from icarmed.ui.forms import Form, TextField
from icarmed.ui.parts import Banner, Button, ButtonKind, Card, PageHeader, column, label, row
from icarmed.ui.parts.order import TabFollowsEye
from icarmed.ui.room import Room
from icarmed.ui.screens.board.commands import FORM_COMMANDS
from icarmed.usecases import sessions
from icarmed.usecases.sessions import Checklist, Used
from icarmed.usecases.story import Topic


class ClosingPage(QWidget):
    """The checklist of a session; `key` is the session. What stands in the way needs a reason."""

    topics = frozenset({Topic.BOARD, Topic.REQUESTS})

    def __init__(self, room: Room, key: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(key, UUID):
            raise TypeError(type(key).__name__)
        self._room = room
        self._session = key
        self._list: Checklist | None = None
        room.commands.add(*FORM_COMMANDS)
        room.commands.bind(self, "form.submit", self._on_close)
        self.submit = Button(self.tr("Close the session"), ButtonKind.ACT, key="Ctrl+S")
        self.submit.clicked.connect(self._on_close)
        self.header = PageHeader(self.tr("Close the session"))
        self.header.back_asked.connect(room.pages.back)
        self._points = column(gap=8)
        self._form = Form()
        self.reason = self._form.add(TextField("reason", self.tr("Reason for closing all the same")))
        holder = QWidget()
        holder.setLayout(self._points)
        holder.setMaximumWidth(820)
        self._form.setMaximumWidth(820)
        button = row(self.submit, None)
        self.setLayout(
            column(self.header, holder, self._form, button, None, gap=16, margins=(32, 20, 32, 16))
        )
        TabFollowsEye(self)

    @property
    def title(self) -> str:
        """Its name in the frame."""
        return self.tr("Close the session")

    def reload(self) -> None:
        """Look again at what is missing."""
        session = self._session
        self._room.tasks.read(
            "checklist", lambda desk: sessions.checklist(desk, session), self._show, owner=self
        )

    def focus_first(self) -> None:
        """The reason, if one is needed."""
        (self.reason.input if self.reason.isVisibleTo(self) else self).setFocus()

    def _show(self, found: Checklist) -> None:
        self._list = found
        words = self._room.messages.words
        self.header.set_title(self.title, f"{found.session.place_label} · {words.long_day(found.session.on)}")
        while (item := self._points.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for finding in found.findings:
            kind = "due" if finding.overridable else "plain"
            self._points.addWidget(Banner(kind, self._room.messages.finding(finding)))
        if not found.findings:
            self._points.addWidget(Banner("done", self.tr("Nothing is missing.")))
        for draft in found.drafts:
            text = self.tr("%1 has an open draft; it stays.").replace("%1", draft.author)
            self._points.addWidget(Banner("plain", text))
        self._points.addWidget(self._counts(found))
        self._form.setVisible(any(finding.overridable for finding in found.findings))

    def _counts(self, found: Checklist) -> Card:
        seen = self.tr("Seen: %1 · left unseen: %2")
        seen = seen.replace("%1", str(found.seen)).replace("%2", str(found.left_unseen))
        card = Card(label(seen, "strong"), label(self.tr("Used from stock"), "section"))
        for used in found.used:
            card.column.addWidget(label(self._used_text(used)))
        if not found.used:
            card.column.addWidget(label(self.tr("Nothing was used."), "muted"))
        return card

    def _used_text(self, used: Used) -> str:
        words = self._room.messages.words
        kit = words.has(f"kits.{used.label}")
        what = words.text(f"kits.{used.label}") if kit else product_label(used.label, words)
        text = self.tr("%1 × %2, lot %3").replace("%1", str(used.number))
        return text.replace("%2", what).replace("%3", used.lot)

    def _on_close(self) -> None:
        if self._list is None:
            return
        revision, reason = self._list.session.revision, self.reason.value()
        session = self._session
        self._room.tasks.write(
            lambda desk: sessions.close(desk, session, revision, reason),
            self._on_closed,
            owner=self,
            refused=self._on_refused,
        )

    def _on_closed(self, _none: object) -> None:
        self._room.pages.say(self.tr("The session is closed"))
        self._room.pages.go("board")

    def _on_refused(self, findings: tuple[Finding, ...]) -> None:
        self._form.setVisible(True)
        self._form.show_errors({"reason": self._room.messages.findings(findings)})
