"""The pages of the gallery: the wireframes of the design, with invented people."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from icarmed.ui.forms import (
    ChoiceField,
    DateField,
    Form,
    NotesField,
    NumberField,
    PartialDateField,
    PasswordField,
    SegmentField,
    TextField,
    TickField,
)
from icarmed.ui.page import Page
from icarmed.ui.parts import (
    Banner,
    Button,
    ButtonKind,
    Card,
    Chip,
    ChipKind,
    ChipRow,
    EmptyState,
    Ladder,
    MatterRow,
    Step,
    StepState,
    TabStrip,
    heading,
    label,
    row,
    rule,
    section,
)
from icarmed.ui.room import Room
from icarmed.ui.tables import Column, Line, LineList, Table

TODAY = date(2026, 12, 3)

DUE, ALARM, NEXT, DONE, PLAIN = ChipKind.DUE, ChipKind.ALARM, ChipKind.NEXT, ChipKind.DONE, ChipKind.PLAIN
WAITING = (
    Line(
        1,
        "Nadia",
        "14:31",
        "32 ans · roumain, français",
        (Chip(ALARM, "à confirmer"), Chip(DUE, "résultat à remettre"), Chip(DUE, "vaccin")),
        shaded=True,
    ),
    Line(2, "P4D-9HT7", "14:40", "", (Chip(DUE, "résultat à remettre"),)),
    Line(3, "Mila", "14:52", "env. 25 ans · bulgare", (Chip(NEXT, "rien en attente"),), shaded=True),
)
INSIDE = (
    Line(4, "Rosa", "14:20", "avec le médecin", (Chip(DONE, "résultat remis"),), shaded=True),
    Line(
        5, "Sonia", "14:35", "avec l'infirmière", (Chip(DUE, "pansement"), Chip(DUE, "pilulier")), shaded=True
    ),
)
LADDER = (
    Step(StepState.GIVEN, "dose 1", ("15/10/2026", "EB4412, gauche")),
    Step(StepState.INVALID, "dose trop tôt", ("02/11/2026", "18 j après la dose 1, min. 28")),
    Step(StepState.DUE, "dose 2", ("depuis le 30/11/2026", "28 j après la dose trop tôt")),
    Step(
        StepState.LATER, "dose 3", ("dès le jeu. 04/02/2027", "conseillée dès le 15/02", "jeudi 11 février")
    ),
)
Person = tuple[str, str, str, str, int, str]
PEOPLE: tuple[Person, ...] = (
    ("Irina", "syphilis à traiter (12 j)", "tél. après 16 h", "2 essais", 12, "alarm"),
    ("Vera", "vaccin", "vue en rue (Varin)", "–", 5, "due"),
    ("Ana", "résultat à remettre", "SMS", "1 essai", 3, "due"),
    ("Élise", "pansement", "–", "–", 1, ""),
)


class Board(Page):
    """The board of the wireframes."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "Liège", subtitle="jeudi 3 décembre 2026 · 14:30–16:00", back=False)
        self.header.add(
            Button("Clôturer", key="Ctrl+E"), Button("Arrivée", ButtonKind.ACT, key="Ins", icon="plus")
        )
        self.waiting = LineList("Attendent", shade=room.shade, fits=True)
        self.waiting.set_lines(WAITING)
        inside = LineList("En consultation", shade=room.shade, fits=True)
        inside.set_lines(INSIDE)
        self.column.addWidget(Card(section("Attendent", 3), self.waiting))
        self.column.addWidget(Card(section("En consultation", 2), inside))
        self.column.addLayout(row(section("Vus", 4), label("B3N-7WR8 · 7QK-M2X4 · …", "muted"), None))
        self.column.addStretch(1)

    def focus_first(self) -> None:
        self.waiting.setFocus()
        self.waiting.choose(0)


class Patient(Page):
    """A file: head, what is open, and the ladder."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "Nadia", subtitle="K7M-2QXW · 32 ans · femme · roumain, français · rue")
        self.header.add(ChipRow([Chip(ALARM, "Allergie : pénicilline")]))
        self.column.setSpacing(12)
        self.column.addWidget(
            label("Discrétion : pas d'appel avant 14 h ; demander « Nadia » ; pas de courrier", "muted")
        )
        first = MatterRow(
            ALARM,
            "TROD syphilis réactif (19/11), jamais confirmé",
            act="Prescrire RPR + tréponémique",
            key="1",
            main=True,
        )
        card = Card(
            section("À faire aujourd'hui"),
            first,
            MatterRow(DUE, "Hépatite B, dose 2 : possible depuis le 30/11", act="Vacciner", key="2"),
            MatterRow(DUE, "Résultats du 15/10, à remettre", act="Remettre", key="3"),
            MatterRow(
                NEXT, "VIH : risque du 20/10, TROD du 19/11 trop tôt pour conclure ; labo dès le 04/12"
            ),
        )
        card.column.setSpacing(4)
        self.column.addWidget(card)
        tabs = TabStrip()
        for text in ("Journal", "Vaccins", "Dépistages", "Demandes", "Documents", "Personne"):
            tabs.add(text, self._vaccines() if text == "Vaccins" else QWidget())
        tabs.choose(1)
        self.tabs = tabs
        self.column.addWidget(tabs)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        self.tabs.pages.findChildren(Button)[0].setFocus()

    @staticmethod
    def _vaccines() -> QWidget:
        ladder = Ladder("Hépatite B")
        ladder.set_steps(LADDER)
        return Card(
            row(
                heading("Hépatite B"),
                label("schéma 0-1-4 · en cours", "muted"),
                None,
                Chips(Chip(DUE, "sensible")),
            ),
            ladder,
            row(
                Button("Vacciner", ButtonKind.ACT, key="V", icon="syringe"),
                Button("Saisir un carnet"),
                Button("Refus", ButtonKind.BARE),
                None,
                Button("Imprimer la carte", icon="printer", key="Ctrl+P"),
            ),
        )


def Chips(*chips: Chip) -> ChipRow:  # noqa: N802 reads as the part it makes
    """A row of chips."""
    return ChipRow(chips)


class Reminders(Page):
    """A table with its filter."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "Rappels", back=False, wide=True)
        self.header.add(Button("Liste de tournée", icon="printer"), Button("Exporter", icon="export"))
        self.table = Table[Person](
            [
                Column("name", "Personne", lambda one: one[0], shaded=True, width=180),
                Column("why", "Pour quoi", lambda one: one[1], role=lambda one: one[5], width=300),
                Column("how", "Joignable par", lambda one: one[2], width=260),
                Column(
                    "days",
                    "Retard (j)",
                    lambda one: str(one[4]),
                    sort=lambda one: one[4],
                    right=True,
                    width=120,
                ),
                Column("tries", "Essais", lambda one: one[3], role=lambda _one: "muted"),
            ],
            name="Rappels",
            empty_title="Personne à rappeler",
            empty_text="Se remplit des résultats à remettre et des vaccins dus.",
            shade=room.shade,
        )
        self.table.set_rows(PEOPLE)
        self.column.addWidget(self.table)

    def focus_first(self) -> None:
        self.table.focus_first()


class Registration(Page):
    """Every field there is."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "Nouvelle personne")
        form = Form()
        born = PartialDateField("born", "Naissance", TODAY, latest=TODAY, hint="jour, mois ou année")
        seen = DateField("seen", "Venue le", TODAY)
        form.add_row(TextField("alias", "Alias", hint="peut rester vide"), born, seen)
        lang = ChoiceField("lang", "Langue", [("ro", "roumain"), ("fr", "français"), ("bg", "bulgare")])
        side = SegmentField("side", "Côté", [("left", "gauche"), ("right", "droite")])
        dose = NumberField("titre", "AcHbs", unit="UI/L", decimals=1)
        form.add_row(lang, side, dose)
        form.add(NotesField("note", "À savoir", example="Écrire ici", lines=3))
        form.add(TickField("call", "On peut appeler"))
        form.add(PasswordField("second", "Mot de passe du second lecteur"))
        seen.set_value(TODAY)
        born.set_value(None)
        born.line.setText("32/13")
        form.show_errors({"born": "Ce n'est pas une date."})
        side.set_value("left")
        lang.set_value("ro")
        card = Card(
            form,
            rule(),
            row(None, Button("Annuler", key="Esc"), Button("Enregistrer", ButtonKind.ACT, key="Ctrl+Return")),
        )
        self.form = form
        self.column.addWidget(card)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        self.form.field("side").input.setFocus()


class Parts(Page):
    """Buttons, chips, banners, the empty list."""

    def __init__(self, room: Room, _key: object = None) -> None:
        super().__init__(room, "Pièces")
        kinds = [Button(kind.value, kind, key="F2") for kind in ButtonKind if kind is not ButtonKind.ICON]
        off = Button("inactif", ButtonKind.ACT)
        off.setEnabled(False)
        self.column.addLayout(row(*kinds, Button("Plus", ButtonKind.ICON, icon="more"), off, None))
        self.column.addWidget(ChipRow([Chip(kind, kind.value) for kind in ChipKind]))
        self.column.addWidget(
            Banner("due", "Sauvegarde il y a 9 jours", detail="Brancher la clé.", act="Sauvegarder")
        )
        self.column.addWidget(Banner("alarm", "Le disque est plein", detail="Libérez de la place."))
        self.column.addWidget(Banner("done", "Sauvegarde vérifiée"))
        self.column.addWidget(
            Card(
                EmptyState(
                    "Personne n'attend", "Une arrivée se note par la touche Ins.", act="Arrivée", key="Ins"
                )
            )
        )
        self.column.addStretch(1)


PAGES: dict[str, Callable[[Room, object], Page]] = {
    "board": Board,
    "patient": Patient,
    "reminders": Reminders,
    "registration": Registration,
    "parts": Parts,
}
