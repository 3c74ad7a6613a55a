"""What readings are weighed by, and the words they are read from: the same however they are looked up."""

from __future__ import annotations

import math

import pytest

from summarizer.attribute import classes, cue, judge, readings, sources, tables, text, weights
from summarizer.attribute.words import Words
from tests.test_attribute import article

PRINTED = (
    "Mayor Ann Roe said on Monday that the bridge was not safe, and the council agreed {with her} 100%.\n"
    "“It is old,” she told the council, “and it sways.” Bo Lee, 67, a clerk, denied it; he hopes it will stand."
)


def words() -> list[Words]:
    return [Words(paragraph) for paragraph in text.paragraphs(article(PRINTED))]


def test_tokens_stand_where_they_are_printed() -> None:
    """Places are columns beside the tokens; one token serves all places its word is printed at."""
    planted = article(PRINTED)
    for paragraph in text.paragraphs(planted):
        printed = [planted.raw[s:e] for s, e in zip(paragraph.starts, paragraph.ends, strict=True)]
        assert printed == [token.text for token in paragraph.tokens]
        for at, number in enumerate(paragraph.sentences):
            sentence = planted.sentence(number)
            first, last = paragraph.bounds[at]
            assert sentence.start <= paragraph.starts[at] < sentence.end
            assert first <= at < last
            assert set(paragraph.sentences[first:last]) == {number}
        for token, start in zip(paragraph.tokens, paragraph.starts, strict=True):
            assert token.quoted == any(quote.start <= start < quote.end for quote in paragraph.quotes)


def test_what_a_reading_weighs_is_what_its_names_weigh() -> None:
    """The fit sees the names of a sum, the program its weight; both come out of the same lines."""
    gate: cue.Names[float] = tables.weighed(cue.Names, "gate")
    twice: judge.Names[complex] = tables.weighed_twice(judge.Names, "judge", "beside")
    read = [reading for each in words() for reading in readings.read(each)]
    assert read
    for reading in read:
        names = cue.features(reading.cue, tables.spelt(cue.Names))
        assert cue.features(reading.cue, gate) == pytest.approx(weight("gate", names))
        names = judge.features(reading, tables.spelt(judge.Names))
        both = judge.features(reading, twice)
        assert both.real == pytest.approx(weight("judge", names))
        assert both.imag == pytest.approx(weight("beside", names))
        listed = sources.options(reading.cue, None)
        spelt = sources.sums(reading.cue, listed, tables.spelt(sources.Names))
        sums = sources.sums(reading.cue, listed, tables.weighed(sources.Names, "source"))
        assert sums == pytest.approx([weight("source", names) for names in spelt])


def test_weights_are_whole_so_that_their_sums_are_the_same_in_any_order() -> None:
    """Of two readings that weigh the same the first is taken, however their names are spread over tables."""
    for section, named in weights.table().items():
        assert all(value.is_integer() for value in named.values()), section


def weight(section: str, names: list[str]) -> float:
    known = weights.table()[section]
    return sum(known.get(name, 0.0) for name in names)


@pytest.mark.parametrize("mark", ["{", "}", "{0}", "%", "%s", "|"])
def test_a_mark_that_a_form_could_take_for_its_own_stays_a_mark(mark: str) -> None:
    """Braces and per cent signs are printed in articles."""
    names = tables.spelt(sources.Names)
    assert names.after[mark, "owner"]["left"] == [f"left>{mark}", "left|owner"]
    assert names.alone(f"left|{mark}", 0.0) == [f"left|{mark}"]
    assert names.phrase["left", mark, 1, 2] == [f"k{mark}", f"k{mark}|left", "l1", "gleft2"]
    weighed = tables.weighed(sources.Names, "source")
    assert weighed.after[mark, "owner"]["left"] == weight("source", [f"left>{mark}", "left|owner"])
    assert weighed.edge_before["left", mark] == weight("source", [f"p{mark}", f"pleft{mark}"])


def test_names_are_new_each_time_they_are_asked_for() -> None:
    """A list that one sum has lengthened is no other sum's."""
    names = tables.spelt(cue.Names)
    first = names.opener["BOS"]
    first += ["more"]
    assert names.opener["BOS"] == ["OBOS"]


def test_what_is_kept_starts_anew_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles never end, and each prints words no other has."""
    monkeypatch.setattr(tables, "MOST_KEPT", 3)
    monkeypatch.setattr(tables, "MOST_FIRST", 3)
    monkeypatch.setattr(classes, "_MOST_KEPT", 3)
    weighed: sources.Names[float] = tables.weighed(sources.Names, "source")
    told = classes.Told(quoted=False)
    for number in range(9):
        assert weighed.opens[f"word{number}"] == 0.0
        assert weighed.edge_before["left", f"word{number}"] == weight("source", ["p", "pleft"])
        assert weighed.after[f"word{number}", "none"]["none"] == weight("source", ["none|none"])
        assert told[f"Word{number}"].lower == f"word{number}"
    assert max(map(len, (weighed.opens, weighed.edge_before, weighed.after, told))) <= 3
    tables.forget()


@pytest.mark.parametrize(
    "sizes", [(4, 9, 20, 31), (4, 20, 31, 9), (7, 7)], ids=["grow", "last trimmed", "alike"]
)
def test_the_safest_end_shares_most_with_all_that_may_be_right(sizes: tuple[int, ...]) -> None:
    """Summed up in one pass; by its definition every end is held against every other."""
    scores = [30.0, 110.0, 90.0, 20.0][: len(sizes)]
    weighed = [math.exp(score / weights.HUNDREDTHS) for score in scores]
    shared = [
        sum(w * min(size, other) / max(size, other) for w, other in zip(weighed, sizes, strict=True))
        for size in sizes
    ]
    chosen, chance = readings.safest(scores, sizes)
    assert shared[chosen] == pytest.approx(max(shared))
    assert chance == pytest.approx(max(weighed) / sum(weighed))
