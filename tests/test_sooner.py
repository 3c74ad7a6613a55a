"""What is looked for first, because it is found sooner, is there wherever the sign itself is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.asserted import signs as asserted
from summarizer.asserted import triggers
from summarizer.orders import forged
from summarizer.orders import signs as orders

# strings of a pattern with hundreds of branches are slow to draw
patiently = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@pytest.mark.parametrize("name", sorted(asserted.SIGNS))
@patiently
@given(data=st.data())
def test_no_sign_of_words_that_assert_nothing_stands_without_its_trigger(
    name: str, data: st.DataObject
) -> None:
    """The words of a text tell which signs are worth looking for."""
    text = data.draw(st.from_regex(asserted.SIGNS[name])).lower()
    assert asserted.SIGNS[name].search(text) is None or name in set(triggers.possible(text))


@pytest.mark.parametrize("verb", ["favour", "favor", "summarise", "summarize", "say"])
def test_a_verb_is_a_trigger_however_it_is_spelled(verb: str) -> None:
    """British and American."""
    assert "imperative" in set(triggers.possible(f"{verb} the following"))


@pytest.mark.parametrize(
    "sign", [each for each in orders.SIGNS if each.core], ids=lambda each: str(each.name)
)
@patiently
@given(data=st.data())
def test_no_core_sign_of_an_order_stands_without_a_hint(sign: orders.Sign, data: st.DataObject) -> None:
    """So a page without the hints of a sign is spared the search for it."""
    text = data.draw(st.from_regex(sign.pattern)).lower()
    assert sign.pattern.search(text) is None or sign.possible(text)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(text=st.from_regex(forged.FORGED.pattern))
def test_nothing_forged_is_without_one_of_its_marks(text: str) -> None:
    assert forged.FORGED.pattern.search(text.strip()) is None or forged.FORGES.search(text.strip())
