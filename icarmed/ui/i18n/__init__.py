"""The language of the window.

Every string on screen is English in the source, inside `self.tr("…")` of a QObject (plural:
`self.tr("%n row(s)", "", n)`), `QCoreApplication.translate("Context", "…")` elsewhere, or
`QT_TRANSLATE_NOOP("Context", "…")` in data that is translated when shown. Parameters are put in after
translating: `self.tr("Dose of %1").replace("%1", day)`.

    python -m icarmed.ui.i18n update            read the sources into resources/translations/<lang>/<part>.ts
    python -m icarmed.ui.i18n missing [part]    what has no translation yet, as TOML to fill in
    python -m icarmed.ui.i18n fill words.toml   put translations in (`--lang en` for English plurals)
    python -m icarmed.ui.i18n compile           make icarmed_<lang>.qm
"""

from icarmed.ui.i18n.marks import QT_TRANSLATE_NOOP
from icarmed.ui.i18n.speaking import LANGUAGES, speak

__all__ = ["LANGUAGES", "QT_TRANSLATE_NOOP", "speak"]
