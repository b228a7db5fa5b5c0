"""Types of a visit follow from what was done (data.md "Derived data")."""

from icarmed.domain.visits import Done, FollowUpType, TypeOrigin, derived_types, types_of


def test_a_dose_is_a_vaccination() -> None:
    assert derived_types(Done(doses=1)) == {FollowUpType.VACCINATION}


def test_a_rapid_test_or_a_request_is_a_screening() -> None:
    assert derived_types(Done(rapid_tests=2)) == {FollowUpType.SCREENING}
    assert derived_types(Done(requests=1)) == {FollowUpType.SCREENING}


def test_a_doctors_entry_alone_is_general() -> None:
    assert derived_types(Done(doctor_entries=1)) == {FollowUpType.GENERAL}


def test_a_doctors_entry_beside_something_done_is_not_counted_as_general() -> None:
    assert derived_types(Done(doses=1, requests=1, doctor_entries=3)) == {
        FollowUpType.VACCINATION,
        FollowUpType.SCREENING,
    }


def test_nothing_done_has_no_type() -> None:
    assert derived_types(Done()) == frozenset()


def test_what_is_chosen_stands_beside_what_was_done() -> None:
    assert types_of(Done(doses=1), {FollowUpType.WOUND}) == {
        FollowUpType.VACCINATION: TypeOrigin.DERIVED,
        FollowUpType.WOUND: TypeOrigin.CHOSEN,
    }


def test_a_chosen_type_takes_the_place_of_general() -> None:
    chosen = {FollowUpType.ADDICTION}
    assert types_of(Done(doctor_entries=1), chosen) == {FollowUpType.ADDICTION: TypeOrigin.CHOSEN}


def test_what_was_done_stays_derived_even_if_chosen_too() -> None:
    chosen = {FollowUpType.VACCINATION}
    assert types_of(Done(doses=1), chosen) == {FollowUpType.VACCINATION: TypeOrigin.DERIVED}
