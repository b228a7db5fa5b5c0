"""A new data base: prepared in a folder of its own, then moved into place, the encrypted file last."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from icarmed.catalogue.places import shipped_places
from icarmed.catalogue.texts import words
from icarmed.db import accounts as rows
from icarmed.db import copying, office
from icarmed.db.database import Database
from icarmed.db.errors import StorageError, StorageFault
from icarmed.db.schema.office import calendar_rules
from icarmed.db.writing import Writing
from icarmed.domain.findings import Finding, Refused
from icarmed.domain.words import Words
from icarmed.security.disk import exclusive
from icarmed.security.passwords import HOUSE, PasswordRules, name_objections, normal_name, objections
from icarmed.security.roles import Role
from icarmed.security.slots import OpenedKeys
from icarmed.usecases.vault.durable import sync_folder
from icarmed.usecases.vault.entering import opened_with
from icarmed.usecases.vault.folder import MADE_IN, DataFolder, FolderState, clear_workshop
from icarmed.usecases.vault.moment import DEFAULT_ZONE, ZONE, set_practice_day
from icarmed.usecases.vault.opened import Vault
from icarmed.usecases.vault.sheet import NewSheet, await_confirmation

DATA_BASE_ID = "data_base_id"
LANGUAGE = "language"


class MakingStep(StrEnum):
    """What was just done; tests kill there."""

    KEYS_MADE = "keys_made"
    FILE_MADE = "file_made"
    FURNISHED = "furnished"
    KEYS_IN_PLACE = "keys_in_place"
    FILE_IN_PLACE = "file_in_place"


def no_matter(step: MakingStep) -> None:
    """What is called after each step in life."""


@dataclass(frozen=True, slots=True)
class Prescriber:
    """The lines that stand on a slip for who prescribes; all empty for who does not."""

    name: str = ""
    address: str = ""
    phone: str = ""
    inami: str = ""

    def columns(self) -> dict[str, str]:
        """Under the names that the table of accounts has for them."""
        return {
            "prescriber_name": self.name,
            "prescriber_address": self.address,
            "prescriber_phone": self.phone,
            "inami": self.inami,
        }


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """Who makes the data base: doctor and administrator unless said otherwise."""

    sign_in: str
    shown_name: str
    password: str = field(repr=False)
    roles: frozenset[Role] = frozenset({Role.DOCTOR, Role.ADMINISTRATOR})
    prescriber: Prescriber = field(default_factory=Prescriber)


@dataclass(frozen=True, slots=True)
class Foundation:
    """How the data base is made; with a `practice_day` its people are invented; ids come from `new_id`."""

    lang: str = "fr"
    rules: PasswordRules = HOUSE
    sheet_confirmed: bool = False
    practice_day: date | None = None
    new_id: Callable[[], UUID] = uuid4


def must_be_good(first: FirstAccount, rules: PasswordRules = HOUSE) -> None:
    """Refused for a name or password that will not do: asked before a recovery sheet is printed."""
    found = (*name_objections(first.sign_in), *objections(first.password, first.sign_in, rules))
    if found:
        raise Refused(*found)


def create(
    folder: DataFolder,
    first: FirstAccount,
    sheet: NewSheet,
    clock: datetime,
    foundation: Foundation | None = None,
    reached: Callable[[MakingStep], None] = no_matter,
) -> Vault:
    """A new data base with places, calendar, settings and the first account, signed in.

    Raises Refused (name, password), StorageError (`exists`, `network_share`, `disk_full`), OSError. What a
    killed attempt left is cleared away; a data base, or keys without one, are never touched.
    """
    plan = foundation or Foundation()
    if folder.is_on_network:
        raise StorageError(StorageFault.NETWORK_SHARE)
    folder.make()
    with exclusive(folder.data_base):
        opened = _in_place(folder, first, sheet, clock, plan, reached)
    return opened_with(folder, opened, clock)


def _in_place(
    folder: DataFolder,
    first: FirstAccount,
    sheet: NewSheet,
    clock: datetime,
    plan: Foundation,
    reached: Callable[[MakingStep], None],
) -> OpenedKeys:
    _must_be_free(folder)
    workshop = DataFolder(folder.path / MADE_IN)
    clear_workshop(folder)
    folder.key_file.unlink(missing_ok=True)
    workshop.make()
    try:
        opened = _made(workshop, first, sheet, clock, plan, reached)
        workshop.key_file.replace(folder.key_file)
        reached(MakingStep.KEYS_IN_PLACE)
        workshop.data_base.replace(folder.data_base)
        reached(MakingStep.FILE_IN_PLACE)
    finally:
        # With the workshop gone, a key file alone would be taken for what is left of real data.
        if not folder.data_base.exists():
            folder.key_file.unlink(missing_ok=True)
        clear_workshop(folder)
    sync_folder(folder.path)
    return opened


def _must_be_free(folder: DataFolder) -> None:
    match folder.state:
        case FolderState.READY:
            raise StorageError(StorageFault.EXISTS)
        case FolderState.INCOMPLETE:
            if folder.data_base.exists():
                raise StorageError(StorageFault.EXISTS)
            raise Refused(Finding("folder_incomplete"))
        case FolderState.EMPTY:
            return


def _made(
    workshop: DataFolder,
    first: FirstAccount,
    sheet: NewSheet,
    clock: datetime,
    plan: Foundation,
    reached: Callable[[MakingStep], None],
) -> OpenedKeys:
    from icarmed.db import migrating  # brings Alembic, which nothing else of a day needs

    account = plan.new_id()
    keys = workshop.keys
    opened = keys.create(account, first.sign_in, first.password, sheet.code, plan.rules)
    reached(MakingStep.KEYS_MADE)
    data_key = opened.data_keys[0].secret
    migrating.create(workshop.data_base, data_key, clock)
    reached(MakingStep.FILE_MADE)
    database = Database(workshop.data_base, data_key, plan.new_id)
    try:
        with database.writing(account, clock) as writing:
            values = account_values(first.sign_in, first.shown_name, first.prescriber, opened.public_key)
            rows.add_account(writing, account, values, [role.value for role in first.roles])
            rows.set_recovery_key(writing, keys.read().recovery.public_key)
            _furnish(writing, sheet, plan)
    finally:
        database.close()
    copying.settle(workshop.data_base, data_key)
    reached(MakingStep.FURNISHED)
    return opened


def account_values(
    sign_in: str, shown_name: str, prescriber: Prescriber, public_key: bytes
) -> dict[str, str | bytes]:
    """The columns of a new account."""
    plain = normal_name(sign_in)
    shown = shown_name.strip() or plain
    return {"sign_in": plain, "shown_name": shown, "public_key": public_key, **prescriber.columns()}


def _furnish(writing: Writing, sheet: NewSheet, plan: Foundation) -> None:
    office.set_setting(writing, DATA_BASE_ID, plan.new_id().hex)
    office.set_setting(writing, ZONE, DEFAULT_ZONE)
    office.set_setting(writing, LANGUAGE, plan.lang)
    _add_places(writing, words(plan.lang))
    if plan.practice_day is not None:
        set_practice_day(writing, plan.practice_day)
    if not plan.sheet_confirmed:
        await_confirmation(writing, sheet)


def _add_places(writing: Writing, told: Words) -> None:
    shipped = shipped_places()
    ids = {
        place.code: office.add_place(writing, place.code, told.text(f"place.{place.code}"), place.kind)
        for place in shipped.places
    }
    for rule in shipped.calendar.rules:
        values = {
            "place": ids[rule.place],
            "rrule": rule.rrule,
            "starts": f"{rule.starts:%H:%M}",
            "ends": f"{rule.ends:%H:%M}",
            "valid_from": rule.valid_from,
            "valid_until": rule.valid_until,
        }
        writing.add(calendar_rules, values)
