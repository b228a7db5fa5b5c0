"""Papers asked for from several tabs; what draws them is loaded when the first one is wanted."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from icarmed.ui.screens.patient.folder import Folder


def show_slip(folder: Folder, request: UUID) -> None:
    """Make the slip of a request and show it as it will be printed."""
    from icarmed.ui.printing import Paper, PaperKind
    from icarmed.usecases import slips

    title = QCoreApplication.translate("Papers", "Laboratory request")
    folder.room.tasks.read(
        "slip",
        lambda desk: slips.request_slip(desk, request),
        lambda data: folder.room.pages.go("print", Paper(PaperKind.SLIP, title, data)),
        owner=folder,
    )
