"""Invented people: how they come to be in the year, and what they said of themselves."""

from collections.abc import Sequence
from datetime import date, timedelta

from icarmed.domain.codes import new_patient_code
from icarmed.domain.dates import DateRange, born_aged
from icarmed.domain.people import Gender, Milieu, NameKind, Relation
from icarmed.domain.practice.draft import Being, Draft
from icarmed.domain.practice.rows import Moment, Name, Person
from icarmed.domain.practice.shape import Origin

_AGES = {
    "under_25": (18, 24),
    "from_25": (25, 34),
    "from_35": (35, 44),
    "from_45": (45, 54),
    "from_55": (55, 67),
}
_CHILD_AGES = (2, 15)
_SHARING = 2
"""The first two people have the same alias; the third one gave none."""
# Table 4 prints transgender in one column; it is recorded more finely.
_FINER = {
    "woman": (Gender.WOMAN,),
    "man": (Gender.MAN,),
    "transgender": (Gender.TRANS_WOMAN, Gender.TRANS_WOMAN, Gender.TRANSGENDER, Gender.TRANS_MAN),
}


def add_beings(draft: Draft) -> None:
    """As many as the counts say, each with the place that is theirs."""
    homes = [code for code, place in draft.counts.places.items() for _ in range(place.people)]
    homes += [draft.shape.outreach.place] * draft.counts.elsewhere
    for home in homes:
        blood = draft.source.weighted(draft.shape.serology.states)
        draft.beings.append(Being(draft.source.id(), home, blood))


def of_home(draft: Draft, place: str) -> list[Being]:
    """Those whose place it is."""
    return [being for being in draft.beings if being.home == place]


def write_people(draft: Draft) -> None:
    """Everyone as registered at their first visit; two share a name, and someone has none."""
    genders = [gender for gender, number in draft.counts.genders.items() for _ in range(number)]
    shared = ""
    for number, (being, gender) in enumerate(zip(draft.beings, draft.source.shuffled(genders), strict=True)):
        origin = _origin(draft)
        names = _names(draft, origin, gender, number)
        if shared and number < _SHARING:
            names = (_shown(draft, shared), *names[1:])
        shared = shared or names[0].text
        draft.rows.people.append(_person(draft, being, origin, gender, names))


def _origin(draft: Draft) -> Origin:
    origins = draft.shape.origins
    return origins[int(draft.source.weighted({str(at): one.weight for at, one in enumerate(origins)}))]


def _names(draft: Draft, origin: Origin, gender: str, number: int) -> tuple[Name, ...]:
    """The alias shown, at times another one and a telephone; the third person gave nothing."""
    source, habits = draft.source, draft.shape.registration
    if number >= _SHARING and (number == _SHARING or source.percent(habits["code_only_percent"])):
        return ()
    given = origin.man if gender == "man" else origin.woman
    names = [_shown(draft, source.pick(given))]
    if source.percent(habits["second_name_percent"]):
        other = source.pick(draft.shape.origins)
        names.append(Name(source.id(), NameKind.ALIAS, source.pick(other.woman), shown=False))
    if source.percent(habits["telephone_percent"]):
        # 0499 00 00 00 to 99 are no one's here: invented like everything else.
        text = f"0499 00 {source.between(0, 99):02} {source.between(0, 99):02}"
        names.append(Name(source.id(), NameKind.TELEPHONE, text, shown=False))
    return tuple(names)


def _shown(draft: Draft, text: str) -> Name:
    return Name(draft.source.id(), NameKind.ALIAS, text, shown=True)


def _person(draft: Draft, being: Being, origin: Origin, gender: str, names: tuple[Name, ...]) -> Person:
    source, shape = draft.source, draft.shape
    registered = min((one.at() for one in being.meetings), key=lambda at: (at.on, at.minute))
    relation = Relation.WORKER if being.in_course else Relation(source.weighted(shape.relations))
    age = _age(draft, relation)
    habits, texts = shape.registration, shape.texts
    return Person(
        id=being.id,
        code=source.fresh(new_patient_code),
        registered=registered,
        names=names,
        gender=source.pick(_FINER[gender]),
        born=_born(draft, age, registered),
        languages=source.pick(origin.languages),
        milieu=Milieu(source.weighted(shape.milieus)) if relation is Relation.WORKER else Milieu.UNKNOWN,
        nationality=origin.nationality,
        relation=relation,
        discretion=_at_times(draft, habits["discretion_percent"], texts.discretion),
        allergies=_at_times(draft, habits["allergy_percent"], texts.allergies),
        agreed_word=_at_times(draft, habits["word_percent"], texts.words),
    )


def _age(draft: Draft, relation: Relation) -> int:
    if relation is Relation.CHILD:
        return draft.source.between(*_CHILD_AGES)
    return draft.source.between(*_AGES[draft.source.weighted(draft.shape.ages)])


def _born(draft: Draft, age: int, registered: Moment) -> DateRange | None:
    """Most say their age, some a day, a few a year, the others nothing."""
    source, habits = draft.source, draft.shape.registration
    told = source.between(0, 99)
    known = born_aged(age, registered.on)
    if told < habits["age_percent"]:
        return known
    if told < habits["age_percent"] + habits["day_percent"]:
        return DateRange.day(known.first + timedelta(source.between(0, (known.last - known.first).days)))
    if told < habits["age_percent"] + habits["day_percent"] + habits["year_percent"]:
        year = known.middle.year
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    return None


def _at_times(draft: Draft, share: int, among: Sequence[str]) -> str:
    return draft.source.pick(among) if draft.source.percent(share) else ""
