"""Which language the window speaks: Qt's own texts, ours, and how dates and numbers are written."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from icarmed import paths

LANGUAGES = ("fr", "en")
_LOCALES = {"fr": "fr_BE", "en": "en_GB"}


def speak(app: QApplication, lang: str) -> None:
    """Let every text made from now on be in that language; KeyError for one the window has not."""
    QLocale.setDefault(QLocale(_LOCALES[lang]))
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(paths.resources() / "translations")
    for name, folder in ((f"qtbase_{lang}", qt_texts), (f"icarmed_{lang}", ours)):
        translator = QTranslator(app)
        # English has no file of Qt's own: its texts are English already.
        if translator.load(name, folder):
            app.installTranslator(translator)
