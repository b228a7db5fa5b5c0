"""What each role may do: the names here, the table itself in `resources/roles.toml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone does here; an account may have several."""

    RECEPTION = "reception"
    NURSE = "nurse"
    DOCTOR = "doctor"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One kind of act that a story asks for before it does it."""

    LOCK = "lock"
    CHANGE_OWN_PASSWORD = "change_own_password"  # noqa: S105 the name of a right
    BACKUP = "backup"
    VERIFY = "verify"

    ARRIVE = "arrive"
    REGISTER_PERSON = "register_person"
    KEEP_APPOINTMENTS = "keep_appointments"
    SEE_NAMES = "see_names"

    SEE_CHIPS = "see_chips"
    OPEN_FILE = "open_file"
    WRITE_JOURNAL = "write_journal"
    MERGE_PEOPLE = "merge_people"
    RUN_SESSION = "run_session"
    RECORD_TEST = "record_test"
    RECORD_DOSE = "record_dose"
    GIVE_UNDER_STANDING_ORDER = "give_under_standing_order"
    CONFIRM_SECOND = "confirm_second"
    HAND_OVER = "hand_over"
    PRINT_CARD = "print_card"
    SEE_REMINDERS = "see_reminders"
    LIST_BY_NAME = "list_by_name"

    ORDER_TESTS = "order_tests"
    ORDER_DOSES = "order_doses"
    REVIEW_RESULTS = "review_results"
    OVERRIDE = "override"
    RECORD_CONTRAINDICATION = "record_contraindication"
    OPEN_SECOND_COURSE = "open_second_course"
    DECIDE = "decide"
    SIGN_REQUESTS = "sign_requests"
    MANAGE_STANDING_ORDERS = "manage_standing_orders"
    VALIDATE_RULES = "validate_rules"

    SEE_SUMMARY = "see_summary"
    MANAGE_PLACES = "manage_places"
    MANAGE_CALENDAR = "manage_calendar"
    LIST_BY_CODE = "list_by_code"
    EXPORT = "export"

    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_KEYS = "manage_keys"
    RESTORE = "restore"
    READ_AUDIT = "read_audit"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Which rights each role has, with those that everyone and a device slot have."""

    everyone: frozenset[Right]
    device: frozenset[Right]
    by_role: Mapping[Role, frozenset[Right]]

    def rights_of(self, roles: Iterable[Role]) -> frozenset[Right]:
        """All that an account of these roles may do; without a role, what everyone may."""
        return self.everyone.union(*(self.by_role[role] for role in roles))


def role_table(parsed: Mapping[str, object]) -> RoleTable:
    """The table written as `[everyone]`, `[device]` and `[roles.<role>]`, which may include other roles.

    Raises ValueError for a word that is no right or no role, a role left out, or a circle of roles.
    """
    roles = _table(parsed, "roles")
    written = {Role(name): _table(roles, name) for name in roles}
    missing = set(Role) - set(written)
    if missing:
        msg = f"roles without a table: {', '.join(sorted(missing))}"
        raise ValueError(msg)
    return RoleTable(
        everyone=_rights(_table(parsed, "everyone")),
        device=_rights(_table(parsed, "device")),
        by_role={role: _with_included(role, written, ()) for role in Role},
    )


def _with_included(
    role: Role, written: Mapping[Role, Mapping[str, object]], above: tuple[Role, ...]
) -> frozenset[Right]:
    if role in above:
        msg = f"{role} includes itself"
        raise ValueError(msg)
    table = written[role]
    included = [Role(name) for name in _words(table, "includes")] if "includes" in table else []
    return _rights(table).union(*(_with_included(other, written, (*above, role)) for other in included))


def _rights(table: Mapping[str, object]) -> frozenset[Right]:
    return frozenset(Right(word) for word in _words(table, "rights"))


def _table(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = parent.get(name)
    if not isinstance(table, Mapping):
        msg = f"no table {name}"
        raise ValueError(msg)  # noqa: TRY004 the data is wrong, not the call
    return table


def _words(table: Mapping[str, object], name: str) -> list[str]:
    words = table.get(name)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        msg = f"{name} is not a list of words"
        raise ValueError(msg)
    return words
