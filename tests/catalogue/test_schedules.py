"""What `resources` says of vaccines and schedules, against the sentences of the medical rules."""

import pytest

from icarmed.catalogue.schedules import products, products_by_cvx, schedule, schedules
from icarmed.catalogue.texts import languages, words
from icarmed.domain.findings import Refused
from icarmed.domain.vaccination.judge import Verdict
from icarmed.domain.vaccination.schedule import Certainty, EarlyDose, Gap
from icarmed.domain.vaccination.status import Status


def test_the_shipped_schedules_are_the_protocol_and_the_one_to_compare_with() -> None:
    assert {code: plan.offered for code, plan in schedules().items()} == {
        "hepb-0-1-4": True,
        "hepb-cdc-0-1-6": False,
    }


def test_a_schedule_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        schedule("hepb-0-1-6")
    assert [(one.code, one.params["schedule"]) for one in refused.value.findings] == [
        ("schedule_unknown", "hepb-0-1-6")
    ]


@pytest.mark.parametrize("code", ["hepb-0-1-4", "hepb-cdc-0-1-6"])
def test_one_rule_of_validity_for_every_three_dose_plan(code: str) -> None:
    found = {(one.since, one.to): (one.minimum, one.grace) for one in schedule(code).series.intervals}
    assert found == {
        (1, 2): (Gap(days=28), True),
        (2, 3): (Gap(days=56), True),
        (1, 3): (Gap(days=112), True),
    }


def test_the_plans_and_the_settings_are_those_of_the_medical_rules() -> None:
    plan = schedule("hepb-0-1-4")
    assert {one.to: one.gap for one in plan.planned} == {2: Gap(months=1), 3: Gap(months=4)}
    compared = schedule("hepb-cdc-0-1-6")
    assert {one.to: one.gap for one in compared.planned} == {2: Gap(days=28), 3: Gap(months=6)}
    settings = plan.settings
    assert (settings.grace_days, settings.late_after_days, settings.serology_wanted) == (4, 30, True)
    assert settings.after_early_dose_3 is EarlyDose.FROM_VALID_DOSES
    assert plan.setting_sources["late_after_days"].certainty is Certainty.LOCAL
    assert set(plan.setting_sources) == set(settings.__slots__)


def test_the_limits_of_serology_are_those_of_the_medical_rules() -> None:
    serology = schedule("hepb-0-1-4").serology
    assert serology is not None
    assert (serology.response_iu_l, serology.interpretable_days) == (10, 28)
    assert (serology.response_months, serology.awaited_months) == (6, 12)
    assert (serology.due_from, serology.due_until) == (Gap(days=28), Gap(months=3))
    assert (serology.diagnostic_from, serology.diagnostic_until) == (Gap(months=1), Gap(months=3))
    assert len({(row.hbsag, row.anti_hbc, row.anti_hbs) for row in serology.rows}) == 8


def test_every_interval_and_plan_names_its_source() -> None:
    for plan in schedules().values():
        sources = [
            plan.source,
            *(one.source for one in plan.planned),
            *(one.source for series in plan.every_series for one in series.intervals),
        ]
        assert all(source.text and source.edition for source in sources)


@pytest.mark.parametrize("cvx", ["08", "43", "44", "45", "51", "110", "104", "193", "189"])
def test_every_cvx_code_that_holds_hepatitis_b_stands_for_a_product(cvx: str) -> None:
    product = products_by_cvx()[cvx]
    assert "hepatitis_b" in product.counts_as
    assert ("hepatitis_a" in product.counts_as) is (cvx in {"104", "193"})
    assert ("hepatitis_a" in product.counts_as) is (product.snomed == "871803007")


def test_products_are_those_of_the_medical_rules() -> None:
    assert products_by_cvx()["189"].code == "heplisav-b"
    assert (products()["engerix-b-20"].from_years, products()["engerix-b-junior"].until_years) == (16, 15)
    hepatitis_b = {code for code, one in products().items() if "hepatitis_b" in one.counts_as}
    assert schedule("hepb-0-1-4").products == hepatitis_b


def test_every_product_verdict_status_and_reading_has_words_in_every_offered_language() -> None:
    serology = schedule("hepb-0-1-4").serology
    assert serology is not None
    readings = {
        code for row in serology.rows for code in (row.code, row.if_complete, row.if_too_soon) if code
    }
    wanted = {
        *(f"verdict.{verdict}" for verdict in Verdict),
        *(f"findings.status.{status}" for status in Status),
        *(f"reading.{code}" for code in readings),
        *(f"product.{product.code}" for product in products().values() if not product.label),
    }
    for language in languages():
        if language.offered:
            assert {code for code in wanted if not words(language.code).has(code)} == set()
