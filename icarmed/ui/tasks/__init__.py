"""The one door from the window to the stories; the window thread never touches the data base.

    room.tasks.write(lambda desk: record_dose(desk, order), self._on_recorded, owner=self,
                     refused=self._on_refused)
    room.tasks.read("file", lambda desk: open_file(desk, patient), self._on_file, owner=self)
    work = room.tasks.long(lambda desk, progress: year(desk, progress), self._on_year, owner=self,
                           progress=self._on_progress)
    work.stop()

`done` gets the value of the story (of its Outcome for `write`, whose topics are announced after). Of several
reads with one key of one owner only the answer to the last is delivered. An answer to a closed `owner` is
dropped. A refusal goes to `refused(findings)` or, without it, to the frame; a StorageError to `failed(error)`
or the frame; any other exception is a bug and goes to the crash page.
"""

from icarmed.ui.tasks.inline import InlineTasks
from icarmed.ui.tasks.jobs import Progress, Stopped, Tasks, Work
from icarmed.ui.tasks.threads import ThreadTasks

__all__ = ["InlineTasks", "Progress", "Stopped", "Tasks", "ThreadTasks", "Work"]
