"""The closed words that rules are written in."""

from enum import StrEnum

from icarmed.domain.reminder_acts import ActKind


class Trigger(StrEnum):
    """What opens a reminder; each has one function in `triggers`."""

    HBSAG_POSITIVE = "hbsag_positive"
    HBSAG_SOON_AFTER_DOSE = "hbsag_soon_after_dose"
    SEROLOGY_NEEDS_REVIEW = "serology_needs_review"
    NEXT_DOSE = "next_dose"
    SEROLOGY_WANTED = "serology_wanted"
    RAPID_REACTIVE = "rapid_reactive"
    RAPID_INVALID = "rapid_invalid"
    RESULT_AWAITED = "result_awaited"


class Closer(StrEnum):
    """What ends a reminder; facts have a function in `closers`, words of people are in `ANSWERS`.

    A refusal ends any reminder, so it is named only where the source names it.

    `no_longer_holds`: facts that undo the trigger itself (a dose given, a refusal, a titre, a result).
    """

    NO_LONGER_HOLDS = "no_longer_holds"
    LAB_SAMPLE_TAKEN = "lab_sample_taken"
    LAB_RESULT_RECORDED = "lab_result_recorded"
    VALID_RAPID_TEST = "valid_rapid_test"
    REFERRAL_RECORDED = "referral_recorded"
    REFUSAL_RECORDED = "refusal_recorded"
    DECISION_RECORDED = "decision_recorded"
    DONE_ELSEWHERE = "done_elsewhere"


ANSWERS: dict[Closer, ActKind] = {
    Closer.REFERRAL_RECORDED: ActKind.REFERRED,
    Closer.REFUSAL_RECORDED: ActKind.REFUSED,
    Closer.DECISION_RECORDED: ActKind.DECIDED,
    Closer.DONE_ELSEWHERE: ActKind.DONE_ELSEWHERE,
}
ALWAYS_ANSWERS = frozenset({ActKind.POSTPONED, ActKind.DISMISSED, ActKind.REFUSED})


class Unit(StrEnum):
    """What a delay counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


class Since(StrEnum):
    """The day that lateness counts from."""

    DUE = "due"
    ANCHOR = "anchor"


class Module(StrEnum):
    """The part of the work that a rule belongs to."""

    VACCINATION = "vaccination"
    RAPID_TEST = "rapid_test"
    LAB = "lab"


class Who(StrEnum):
    """Whose task it is."""

    NURSE = "nurse"
    DOCTOR = "doctor"


class ChipKind(StrEnum):
    """The kind of act, which is all that a chip on the board says (screens.md "Permanence")."""

    TO_CONFIRM = "to_confirm"
    REVIEW = "review"
    RESULT = "result"
    REPEAT_TEST = "repeat_test"
    VACCINE = "vaccine"
    BLOOD_TEST = "blood_test"
    CALL_LAB = "call_lab"
    DRESSING = "dressing"
    PILLBOX = "pillbox"


class AnchorTable(StrEnum):
    """The sort of event a reminder hangs on; with the id of the event it is the anchor."""

    RESULTS = "results"
    DOSES = "doses"
    PATIENTS = "patients"
    RAPID_TESTS = "rapid_tests"
    REQUESTS = "requests"

    def anchor(self, identity: object) -> str:
        """`<table>:<uuid>`."""
        return f"{self.value}:{identity}"
