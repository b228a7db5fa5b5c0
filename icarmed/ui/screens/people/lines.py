"""How a person who was found reads in a list: what tells two of the same name apart."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from icarmed.db.people import Found
from icarmed.domain.codes import shown_patient_code
from icarmed.domain.dates import completed_years
from icarmed.domain.words import Words
from icarmed.ui.tables import Line


def line_of(one: Found, today: date, words: Words) -> Line:
    """Name or code, then code, age, languages, other names, last visit."""
    code = shown_patient_code(one.code)
    details = [code] if one.shown_name is not None else []
    if one.born is not None:
        years = str(completed_years(one.born, today))
        exact = QCoreApplication.translate("People", "%1 years old")
        about = QCoreApplication.translate("People", "about %1 years old")
        details.append((exact if one.born.exact else about).replace("%1", years))
    if one.languages:
        details.append(", ".join(one.languages))
    never = QCoreApplication.translate("People", "no visit yet")
    last = never if one.last_visit is None else words.day(one.last_visit)
    return Line(
        key=one.patient,
        title=one.shown_name or code,
        detail=" · ".join(details),
        trailing=last,
        shaded=one.shown_name is not None,
        instead=code,
    )
