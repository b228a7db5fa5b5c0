"""Invented papers, usual and extreme."""

from datetime import date, time
from random import Random

from icarmed.documents.card import Card, CardDose, CardNext, CardSession
from icarmed.documents.recall_list import Contact, RecallList, RecallRow, RecallSession
from icarmed.documents.recovery_sheet import RecoverySheet
from icarmed.documents.slip import (
    Billing,
    CodedPerson,
    NamedPerson,
    Prescriber,
    Sampling,
    Sex,
    Slip,
    Specimen,
    Tube,
    Urgency,
)
from icarmed.domain.codes import new_recovery_code, new_request_number
from icarmed.domain.dates import DateRange
from icarmed.domain.lab_requests import Payer
from icarmed.domain.summary.tables import Column, Row, Table, YearSummary

DOCTOR = Prescriber(
    "Dr Marie Jørgensen-Lefèvre", ("Rue des Tilleuls 12", "4000 Liège"), "1-23456-78-901", "04 000 00 00"
)
NADIA = NamedPerson(
    "Văcărescu",
    "Nadia Élodie",
    ("Quai du Cœur 3, boîte 4", "4020 Liège"),
    DateRange.parse("1994-02-03"),
    Sex.FEMALE,
)
CODED = CodedPerson("K7M-2QXW", DateRange.parse("1993-06-05/1994-06-04"), Sex.OTHER)
USUAL = (
    Specimen(
        "Sérum",
        Tube.SERUM,
        (
            "VIH 1/2 Ag/Ac (4e génération)",
            "AgHBs",
            "Ac anti-HBc totaux",
            "Ac anti-HBs (AcHbs)",
            "Ac anti-VHC",
            "Syphilis, test tréponémique",
            "RPR, titre",
        ),
        tubes=2,
    ),
    Specimen("Sang", Tube.EDTA, ("Hémogramme",)),
    Specimen("Urine", Tube.URINE, ("Chlamydia trachomatis NAAT, urine", "Neisseria gonorrhoeae NAAT, urine")),
    Specimen("Écouvillon", Tube.SWAB, ("Chlamydia trachomatis NAAT", "Neisseria gonorrhoeae NAAT"), "vagin"),
    Specimen("Écouvillon", Tube.SWAB, ("Chlamydia trachomatis NAAT", "Neisseria gonorrhoeae NAAT"), "gorge"),
)


def request_number(seed: int = 1) -> str:
    """A number with its check right."""
    return new_request_number(Random(seed))  # not a real one


def usual_slip() -> Slip:
    """A standard screening request under a standing order."""
    return Slip(
        number=request_number(),
        prescriber=DOCTOR,
        person=NADIA,
        prescribed_on=date(2026, 12, 3),
        to_sign=True,
        sampling=Sampling(date(2026, 12, 3), time(14, 50), "S. Lambert, infirmière"),
        specimens=USUAL,
        billing=Billing(Payer.AMU, "MP 00 123 456", "CPAS de Liège"),
        clinical="Exposition le 20/10. Syphilis : TROD réactif le 19/11, non confirmé.\nDépistage complet.",
        urgency=Urgency("0470 00 00 00"),
        copy_to="Dr Noël Ançion, Seraing",
        laboratory="Laboratoire de la Citadelle, Liège",
    )


def long_slip() -> Slip:
    """Everything too long: names, address, clinical data, forty tests on one tube and twelve swabs."""
    words = "Zdzisława-Maximilienne "
    return Slip(
        number=request_number(2),
        prescriber=Prescriber("Dr " + words * 4, (words * 5, "4000 Liège"), "1-23456-78-901"),
        person=NamedPerson(words * 6, words * 6, (words * 8,), None, Sex.UNKNOWN),
        prescribed_on=date(2026, 12, 3),
        to_sign=False,
        sampling=Sampling(by=words * 5),
        specimens=(
            Specimen(
                "Sérum " + words * 4,
                Tube.SERUM,
                tuple(f"Épreuve {n} {words * (n % 5)}" for n in range(1, 41)),
            ),
            *(Specimen("Écouvillon", Tube.SWAB, ("Culture",), f"site numéro {n}") for n in range(1, 13)),
        ),
        billing=Billing(Payer.MUTUELLE, "000-000 " * 9, words * 7),
        clinical="Antécédents détaillés et traitement en cours. " * 60 + "FIN-DES-RENSEIGNEMENTS",
        copy_to=words * 6,
    )


def coded_slip() -> Slip:
    """Code, year and sex only; nothing else known."""
    return Slip(
        number=request_number(3),
        prescriber=DOCTOR,
        person=CODED,
        prescribed_on=date(2026, 12, 3),
        to_sign=False,
        sampling=Sampling(),
        specimens=(Specimen("Sérum", Tube.SERUM, ("Ac anti-VHC",)),),
        billing=Billing(Payer.FREE),
    )


def usual_card() -> Card:
    """Two doses, one of them too early and not counted, the next one planned."""
    return Card(
        doses=(
            CardDose(DateRange.parse("2026-10-15"), "Hépatite B", "Engerix-B 20 µg", "EB4412", 1),
            CardDose(DateRange.parse("2026-11-02"), "Hépatite B", "Engerix-B 20 µg", "EB4412"),
            CardDose(DateRange.parse("2026-12-03"), "Hépatite B", "Engerix-B 20 µg", "EB4519", 2),
            CardDose(DateRange.parse("2019-05"), "Hépatite A", "Havrix 1440"),
        ),
        next=(
            CardNext(
                "Hépatite B",
                date(2027, 2, 4),
                CardSession(date(2027, 2, 11), "Liège", "14:30–16:00"),
                number=3,
            ),
        ),
        name="Nadia",
        code="K7M-2QXW",
    )


def recall_list(rows: int = 5, *, contacts: bool = False) -> RecallList:
    """Two sessions and those met by chance."""

    def row(number: int) -> RecallRow:
        contact = Contact("0470 00 00 00", "Marie-Élise") if contacts and number % 2 else None
        return RecallRow(f"K7M-2Q{number:02}", "après 16 h, pas le lundi", "appel", contact)

    listed = tuple(row(number) for number in range(rows))
    return RecallList(
        date(2026, 12, 1),
        (
            RecallSession(date(2026, 12, 3), listed, "Liège", "14:30–16:00"),
            RecallSession(date(2026, 12, 4), listed[:2], "Seraing", "14:30–16:00"),
            RecallSession(None, listed[:1]),
        ),
    )


def recovery_sheet(*, with_qr: bool = False) -> RecoverySheet:
    """A code made for the test."""
    code = new_recovery_code(Random(7))  # opens nothing
    return RecoverySheet(code, date(2026, 12, 3), "Ordinateur de l'accueil", with_qr)


def year_summary(*, wide: bool = False) -> YearSummary:
    """Three tables, the figures of the first as published for 2018; `wide` adds one that fills pages."""
    attendance = Table(
        "attendance",
        "Fréquentation des permanences",
        tuple(
            Column(*pair) for pair in (("2018", "2018"), ("2017", "2017"), ("mean", "Moyenne par personne"))
        ),
        (
            Row("liege", "Liège", (382, 401, 8.0)),
            Row("seraing", "Seraing", (175, None, 3.2)),
            Row("unknown", "Lieu inconnu", ("<5", 0, None)),
            Row("total", "Total", (1557, 1401, 12.25)),
        ),
        (
            "Visite : une personne, un lieu, un jour, vue par un médecin ou une infirmière.",
            "Provisoire au 3/12.",
        ),
    )
    public = Table("public", "Public suivi", (Column("n", "Personnes"),), (Row("all", "Vues", (1076,)),))
    tables = [attendance, public]
    if wide:
        columns = tuple(Column(f"c{n}", f"Tranche {n}–{n + 4} ans") for n in range(14))
        long = "Interventions sociales et administratives, d'accompagnement et d'orientation, "
        rows = tuple(Row(f"r{n}", f"{long}ligne {n}", tuple(range(n, n + 14))) for n in range(60))
        tables.append(Table("profile", "Profil", columns, rows, (long * 30 + "FIN-DE-NOTE",)))
    return YearSummary(2018, "Liège" if wide else None, tuple(tables))
