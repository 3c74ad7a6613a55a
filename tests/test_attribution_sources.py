"""In how many ways news names who speaks: each has to come out as the person, and as nobody else who is about."""

from __future__ import annotations

import pytest

from tests.test_attribute import said

ABOUT = "The council of Otterby voted to raise the levy. Bo Lee, the mayor, had asked for it, and so had Orme Bank and the Levy Center.\n"
NAMED = (
    "Ann Roe",
    "Ms. Roe of the Levy Center",
    "Ann Roe, of the Levy Center",
    "Ann Roe, 54, of Otterby",
    "Ann Roe of Otterby, Ohio",
    "Ann Roe, D-Ohio",
    "Rep. Ann Roe, D-Ohio",
    "Rep. Ann Roe (D-Ohio)",
    "Rep. Ann Roe of Ohio",
    "Ann Roe, a Democrat from Ohio",
    "Ann Roe, the mayor of Otterby",
    "Ann Roe, mayor of Otterby",
    "Ann Roe, who leads the Levy Center",
    "Ann Roe, a spokeswoman for the Levy Center",
    "Ann Roe, spokeswoman for Mayor Bo Lee",
    "Levy Center spokeswoman Ann Roe",
    "the Levy Center's Ann Roe",
    "Levy Center director Ann Roe",
    "Ann Roe, director of policy at the Levy Center in Otterby",
    "Ann Roe, executive director of the Levy Center, a think tank in Otterby",
    "Ann Roe, an analyst with Orme Bank",
    "Ann Roe, chief economist at Orme Bank in London",
    "Orme Bank analyst Ann Roe",
    "Ann Roe, the bank's chief executive",
    "Ann Roe, Bo Lee's campaign manager",
    "Bo Lee's campaign manager, Ann Roe",
    "Bo Lee campaign manager Ann Roe",
    "Mr. Lee's lawyer, Ann Roe",
    "Ann Roe, a lawyer for Mr. Lee",
    "Ann Roe, a former aide to President Bo Lee",
    "former Bo Lee aide Ann Roe",
    "Ann Roe, head of sales for Orme, Inc.",
    "Ann Roe, Ph.D.",
    "Ann Roe Jr.",
    "Judge Ann Roe of the District Court",
    "Chief Justice Ann Roe",
    "Detective Inspector Ann Roe of Lund Police",
    "Superintendent Ann Roe, of the Lund force",
    "Prof Ann Roe, from the University of Lund",
    "Professor Ann Roe of Lund University",
    "Dr Ann Roe, lead author of the study",
    "co-author Ann Roe of Lund University",
    "Ann Roe, a resident of Elm Street",
    "resident Ann Roe, 54",
    "a resident, Ann Roe",
    "Ann Roe, whose son was on the coach",
    "Ann Roe, MP for Otterby North",
    "the Labour MP Ann Roe",
    "Labour's Ann Roe",
    "shadow chancellor Ann Roe",
    "Downing Street spokeswoman Ann Roe",
    "Israeli Foreign Ministry spokeswoman Ann Roe",
    "Ann Roe, Israel's ambassador to Lund",
    "the ambassador of Lund, Ann Roe",
    "Sister Ann Roe",
    "Ann Roe – a councillor for the ward –",
    "Ann Roe, quoted by the Orme Times",
    "Ann Roe, in a letter to Bo Lee",
    "Ann Roe, speaking to Orme Radio",
    "Ann Roe, speaking on behalf of Bo Lee",
    "Ann Roe, who replaced Bo Lee in May",
    "Ann Roe, who worked for Bo Lee at Orme Bank",
    "Ann Roe, 54, a nurse at Lund General Hospital",
    "Ann Roe, now at Orme Bank",
    "Ann Roe, Lund's deputy mayor",
    "Ann Roe, deputy mayor of Lund and a friend of Bo Lee",
    "economist Ann Roe at Orme Bank",
    "Ann Roe at Orme Bank",
    "Ann Roe from Orme Bank",
    "Orme Bank's chief economist, Ann Roe",
    "the chief economist of Orme Bank, Ann Roe",
    "the Rev. Ann Roe, pastor of Lund Church",
)


def told(named: str) -> tuple[str, ...]:
    """The person before and behind what is said, quoted and not."""
    comma = "," if "," in named else ""
    opening = named[:1].upper() + named[1:]
    return (
        f"“It will cost us all a great deal,” said {named}.",
        f"“It will cost us all a great deal,” {named}{comma} said.",
        f"{opening}{comma} said the levy would cost them all a great deal.",
        f"The levy would cost them all a great deal, according to {named}.",
    )


@pytest.mark.parametrize("named", NAMED)
def test_the_person_speaks_however_she_is_named(named: str) -> None:
    for sentence in told(named):
        speaker = said(ABOUT + sentence)[-1][0] or ""
        assert speaker.removeprefix("Sister ").removeprefix("Ms. ") in ("Ann Roe", "Roe"), sentence
