"""The table of roles against the sentences of the design ("Roles"), role by role."""

import pytest

from icarmed.catalogue.roles import roles
from icarmed.security.roles import Right, Role, RoleTable, role_table

EVERYONE = {Right.LOCK, Right.CHANGE_OWN_PASSWORD, Right.BACKUP, Right.VERIFY}
RECEPTION = {Right.ARRIVE, Right.REGISTER_PERSON, Right.KEEP_APPOINTMENTS, Right.SEE_NAMES}
NURSE = {
    Right.SEE_CHIPS,
    Right.OPEN_FILE,
    Right.WRITE_JOURNAL,
    Right.MERGE_PEOPLE,
    Right.RUN_SESSION,
    Right.RECORD_TEST,
    Right.RECORD_DOSE,
    Right.GIVE_UNDER_STANDING_ORDER,
    Right.CONFIRM_SECOND,
    Right.HAND_OVER,
    Right.PRINT_CARD,
    Right.SEE_REMINDERS,
    Right.SEE_SUMMARY,
    Right.LIST_BY_NAME,
}
DOCTOR = {
    Right.ORDER_TESTS,
    Right.ORDER_DOSES,
    Right.REVIEW_RESULTS,
    Right.OVERRIDE,
    Right.RECORD_CONTRAINDICATION,
    Right.OPEN_SECOND_COURSE,
    Right.DECIDE,
    Right.SIGN_REQUESTS,
    Right.MANAGE_STANDING_ORDERS,
    Right.VALIDATE_RULES,
}
COORDINATOR = {
    Right.SEE_SUMMARY,
    Right.MANAGE_PLACES,
    Right.MANAGE_CALENDAR,
    Right.LIST_BY_CODE,
    Right.EXPORT,
}
ADMINISTRATOR = {Right.MANAGE_ACCOUNTS, Right.MANAGE_KEYS, Right.RESTORE, Right.READ_AUDIT, Right.CHECK}


@pytest.fixture
def table() -> RoleTable:
    return role_table(roles())


def test_everyone_may_lock_change_their_password_back_up_and_verify(table: RoleTable) -> None:
    assert table.rights_of([]) == EVERYONE
    assert all(table.rights_of([role]) >= EVERYONE for role in Role)


def test_reception_lets_arrive_and_keeps_names_but_sees_no_chips_and_no_file(table: RoleTable) -> None:
    rights = table.rights_of([Role.RECEPTION])
    assert rights == EVERYONE | RECEPTION
    assert not rights & {Right.SEE_CHIPS, Right.OPEN_FILE}


def test_a_nurse_also_works_in_files_but_orders_only_under_a_standing_order(table: RoleTable) -> None:
    rights = table.rights_of([Role.NURSE])
    assert rights == EVERYONE | RECEPTION | NURSE
    assert not rights & {Right.ORDER_TESTS, Right.ORDER_DOSES, Right.SIGN_REQUESTS, Right.OVERRIDE}


def test_a_doctor_also_decides_and_signs(table: RoleTable) -> None:
    assert table.rights_of([Role.DOCTOR]) == EVERYONE | RECEPTION | NURSE | DOCTOR


def test_a_coordinator_has_figures_and_codes_but_no_name_and_no_file(table: RoleTable) -> None:
    rights = table.rights_of([Role.COORDINATOR])
    assert rights == EVERYONE | COORDINATOR
    assert not rights & {Right.SEE_NAMES, Right.LIST_BY_NAME, Right.OPEN_FILE, Right.SEE_CHIPS}


def test_an_administrator_keeps_accounts_and_keys_but_opens_no_file(table: RoleTable) -> None:
    rights = table.rights_of([Role.ADMINISTRATOR])
    assert rights == EVERYONE | ADMINISTRATOR
    assert not rights & {Right.OPEN_FILE, Right.SEE_NAMES, Right.SEE_SUMMARY}


def test_several_roles_add_up(table: RoleTable) -> None:
    first_account = table.rights_of([Role.DOCTOR, Role.ADMINISTRATOR])
    assert first_account == EVERYONE | RECEPTION | NURSE | DOCTOR | ADMINISTRATOR


def test_a_device_only_backs_up_verifies_and_checks(table: RoleTable) -> None:
    assert table.device == {Right.BACKUP, Right.VERIFY, Right.CHECK}


def test_each_right_is_someones(table: RoleTable) -> None:
    assert table.rights_of(Role) == set(Right)


def written(**changes: object) -> dict[str, object]:
    tables: dict[str, object] = {role.value: {"rights": []} for role in Role}
    return {"everyone": {"rights": ["lock"]}, "device": {"rights": []}, "roles": tables | changes}


def test_a_role_has_what_it_includes() -> None:
    table = role_table(written(nurse={"includes": ["reception"], "rights": ["open_file"]}))
    assert table.rights_of([Role.NURSE]) == {Right.LOCK, Right.OPEN_FILE}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"roles": {}},
        {"everyone": {"rights": ["lock"]}, "device": {"rights": []}, "roles": {"nurse": {"rights": []}}},
        written(nurse={"rights": ["fly"]}),
        written(nurse={"rights": "lock"}),
        written(nurse={"rights": [1]}),
        written(nurse={"includes": ["wizard"], "rights": []}),
        written(nurse={"includes": ["doctor"], "rights": []}, doctor={"includes": ["nurse"], "rights": []}),
        written(wizard={"rights": []}),
        written(nurse=3),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        role_table(wrong)
