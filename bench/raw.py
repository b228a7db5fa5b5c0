"""The limits: what a plain program over the same driver would do, and no more."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from icarmed.db.engine import READER_CACHE_KIB, connect

AUDIT = (
    'INSERT INTO audit (seq, at, account, act, "table", "row", revision, purpose, hash)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, '', ?)"
)
SEARCH = "SELECT patient FROM search_keys WHERE instr(folded, ?) > 0 LIMIT 12"
PATIENT = "SELECT * FROM patients WHERE id = ?"
WHOLE_FILE = (
    PATIENT,
    'SELECT * FROM visits WHERE patient = ? ORDER BY "on" DESC',
    "SELECT * FROM doses WHERE patient = ? ORDER BY on_first",
    "SELECT * FROM results WHERE patient = ? ORDER BY on_first",
)
BOARD = (
    "SELECT v.*, p.code, n.name FROM visits v JOIN patients p ON p.id = v.patient"
    " LEFT JOIN patient_names n ON n.patient = p.id AND n.shown WHERE v.session = ? ORDER BY v.arrived_at"
)
DUE = (
    "SELECT d.*, p.code, p.discretion, n.name FROM due_cache d JOIN patients p ON p.id = d.patient"
    " LEFT JOIN patient_names n ON n.patient = p.id AND n.shown WHERE d.due <= ?"
    " ORDER BY d.priority, d.due LIMIT ?"
)
DOSE = (
    "INSERT INTO doses (id, revision, voided, entered_at, entered_by, patient, course, visit,"
    " on_first, on_last, product, vaccine_lot, site, ordered_by, done_by)"
    " VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
DUE_ROW = (
    "INSERT INTO due_cache (patient, rule, anchor, params, due, overdue_from, expires_after, possible_from,"
    " postponed_until, priority) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Plain:
    """One raw connection to the file, with as much cache as the program's reader."""

    def __init__(self, path: Path, key: bytes, account: UUID, at: str) -> None:
        self._link = connect(path, key, cache_kib=READER_CACHE_KIB)
        self._account, self._at = account.hex, at

    def rows(self, statement: str, *values: object) -> list[Any]:
        """All that one statement finds."""
        found: list[Any] = self._link.execute(statement, values).fetchall()
        return found

    def open_file(self, patient: UUID) -> None:
        """Four selects, and the audit row of the reading."""
        self._link.execute("BEGIN IMMEDIATE")
        self._audit("open", "patients", patient.hex, 1)
        self._link.execute("COMMIT")
        for statement in WHOLE_FILE:
            self.rows(statement, patient.hex)

    def record_dose(
        self, dose: Sequence[object], gone: Sequence[object], due: Sequence[object] | None
    ) -> None:
        """The dose, its audit row, and what is due after it, in one transaction."""
        identity = uuid4().hex
        self._link.execute("BEGIN IMMEDIATE")
        self._link.execute(DOSE, (identity, self._at, self._account, *dose, self._account, self._account))
        self._audit("add", "doses", identity, 1)
        self._link.execute("DELETE FROM due_cache WHERE patient = ? AND rule = ? AND anchor = ?", gone)
        if due is not None:
            self._link.execute(DUE_ROW, due)
        self._link.execute("COMMIT")

    def due(self, until: date, most: int) -> list[Any]:
        """The first page of who must be reached."""
        return self.rows(DUE, until.isoformat(), most)

    def close(self) -> None:
        """Ends the connection."""
        self._link.close()

    def _audit(self, act: str, table: str, row: str, revision: int) -> None:
        seq, former = self._link.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        values = [seq + 1, self._at, self._account, act, table, row, revision]
        link = sha256(former + json.dumps([*values, ""], ensure_ascii=False, separators=(",", ":")).encode())
        self._link.execute(AUDIT, (*values, link.digest()))
