"""What somebody without a name says is not put into the mouth of a person whom it is about."""

from __future__ import annotations

import pytest

import summarizer

PAGE = "\n\n".join(
    (
        "Returns stay in the drawer",
        "The council of Otterby met on Monday to talk about the bridge over the Lunn, which is 90 years old.",
        "Many tax experts say Mayor Ann Roe is free to publish her returns before the vote. "
        "An aide said Ann Roe plans to visit Orme on Sunday to open the bridge.",
        "“The returns will be out in May,” said Ann Roe at the harbour. The clerk, Bo Lee, said the drawer was locked.",
    )
)


def verdict(claim: str) -> str:
    return summarizer.check(claim, summarizer.read_text(PAGE, "page")).verdict


@pytest.mark.parametrize(
    "claim",
    [
        "Ann Roe said that she is free to publish her returns before the vote.",
        "Ann Roe said she plans to visit Orme on Sunday to open the bridge.",
        "Bo Lee said that Ann Roe is free to publish her returns before the vote.",
    ],
)
def test_who_is_spoken_of_or_named_elsewhere_has_not_said_it(claim: str) -> None:
    """Behind "say" stands whom they speak of; several are no one person."""
    assert verdict(claim) == "unsupported"


@pytest.mark.parametrize(
    "claim",
    [
        "Many tax experts say that Ann Roe is free to publish her returns before the vote.",
        "An aide said Ann Roe plans to visit Orme on Sunday to open the bridge.",
        "Ann Roe said the returns will be out in May.",
        "Bo Lee said the drawer was locked.",
    ],
)
def test_who_has_said_it_has(claim: str) -> None:
    assert verdict(claim) == "supported"


@pytest.mark.parametrize("source", ["Ann Roe's campaign", "A lawyer for Ann Roe", "An adviser to Ann Roe"])
def test_who_speaks_for_somebody_is_not_them(source: str) -> None:
    """In doubt only: a paper may take the one for the other."""
    page = (
        f"Bridge to close\n\nMayor Ann Roe met the council on Monday to talk about the bridge over the Lunn.\n\n"
        f"{source} said that the bridge will close in the autumn for a year.\n"
    )
    article = summarizer.read_text(page, "page")
    own = summarizer.check(f"{source} said that the bridge will close in the autumn for a year.", article)
    hers = summarizer.check("Ann Roe said that the bridge will close in the autumn for a year.", article)
    assert own.verdict == "supported"
    assert hers.verdict in ("doubtful", "unsupported")
    assert [one.kind for one in hers.findings][:1] == ["wrong speaker"]
