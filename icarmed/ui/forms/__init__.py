"""Every input goes through here: label, buddy, accessible name and place for its error come with it.

    form = Form(self)
    alias = form.add(TextField("alias", self.tr("Alias"), hint=self.tr("may stay empty")))
    born = form.add(PartialDateField("born", self.tr("Born"), today, latest=today))
    form.add_row(side, lot)
    alias.value(); form.show_errors({"born": sentence}); form.changed; form.clear_errors(); form.focus_first()

Fields: TextField, PasswordField, NotesField (many lines, draft signal), NumberField, DateField,
PartialDateField, ChoiceField (type to find), SegmentField (a few, all in sight, with digits), TickField.
"""

from icarmed.ui.forms.choices import ChoiceField, SegmentField, TickField
from icarmed.ui.forms.dates import DateField, PartialDateField
from icarmed.ui.forms.field import Field
from icarmed.ui.forms.form import Form
from icarmed.ui.forms.reading import read_day, read_partial
from icarmed.ui.forms.texts import NotesField, NumberField, PasswordField, TextField

__all__ = [
    "ChoiceField",
    "DateField",
    "Field",
    "Form",
    "NotesField",
    "NumberField",
    "PartialDateField",
    "PasswordField",
    "SegmentField",
    "TextField",
    "TickField",
    "read_day",
    "read_partial",
]
