"""Titles, offices and callings: what stands before a name and is no part of it."""

from __future__ import annotations

from typing import Literal

Gender = Literal["he", "she"]

TITLES: dict[str, Gender | None] = {
    "mr": "he", "mr.": "he", "sir": "he", "lord": "he", "king": "he", "prince": "he", "father": "he",
    "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she", "lady": "she", "dame": "she",
    "baroness": "she", "queen": "she", "princess": "she", "sister": "she",
    "dr": None, "dr.": None, "prof": None, "prof.": None, "professor": None, "judge": None, "justice": None,
    "justices": None, "judges": None, "sens.": None, "reps.": None, "drs": None, "messrs": "he",
    "rev": None, "rev.": None, "sen.": None, "rep.": None, "gov.": None, "gen.": None, "lt.": None, "col.": None,
    "sgt": None, "sgt.": None, "pc": None, "dc": None, "capt.": None, "captain": None, "sergeant": None,
    "cllr": None, "cllr.": None, "supt": None, "insp": None, "det": None, "dci": None,
}  # fmt: skip

ROLES = frozenset(
    """president prime minister secretary senator congressman congresswoman representative governor mayor
    chancellor spokesman spokeswoman spokesperson leader chairman chairwoman chair chairperson chief
    executive director head judge justice attorney general prosecutor commissioner officer inspector
    superintendent constable detective professor dr coach manager captain striker founder owner ceo cfo
    analyst economist strategist adviser advisor aide ambassador envoy deputy vice former shadow foreign
    home defence defense finance health education interior treasury mp msp councillor councilman
    councilwoman candidate nominee author writer historian scientist researcher lawyer barrister solicitor
    doctor surgeon teacher headteacher headmaster bishop archbishop pope rabbi imam king queen prince
    princess duke lord lady general colonel major lieutenant sergeant admiral editor journalist reporter
    actor actress singer resident farmer fisherman driver victim widow mother father brother sister son
    daughter husband wife campaigner activist organiser organizer convener secretary-general co-founder
    co-author vice-president state first lady speaker whip undersecretary premier taoiseach chancellor
    viceroy commander ombudsman registrar curator conductor skipper parliamentary opposition democratic
    republican rep sen gov administrator treasurer midfielder defender goalkeeper""".split()
)

# Parts of an office that are none alone, so that "the home Ann Roe left" and "the state Ann Roe" name no office.
PARTS = frozenset(
    """vice former shadow foreign home defence defense finance health education interior first state parliamentary
    opposition democratic republican prime general deputy treasury lady king queen prince princess dr lord victim
    widow mother father brother sister son daughter husband wife driver resident""".split()
)

BODIES = frozenset(
    """party union federation bank court council committee ministry department agency association group
    society university college institute office board commission authority company corporation inc ltd plc
    co trust fund foundation assembly parliament congress senate house government police service services
    force forces press times post news network media club league cup school hospital church airport
    airlines air street road street island islands port harbour bay river lake mount city town county
    state states kingdom republic nations region valley sea ocean north south east west new saint st
    greens democrats republicans conservatives liberals labour partners research holdings workers capital
    systems industries international global national royal council's alliance campaign center centre
    day eve act week weekend award prize festival healthcare strategies solutions associates network star
    olympics games war america american americans nation
    series awards bill report poll survey radio television tv gazette herald tribune chronicle telegraph
    guardian observer journal""".split()
)
"""Words that tell that a name is a body's or a place's."""

CALLINGS = frozenset(
    """rival employee frontrunner front-runner opponent challenger incumbent contender newcomer hopeful billionaire
    millionaire businessman businesswoman veteran democrat socialist conservative liberal tory independent
    columnist blogger comedian comic producer pastor protester demonstrator nurse midwife matron pollster sheriff
    quarterback forward winger sprinter swimmer cyclist boxer golfer batsman bowler captain referee umpire jockey
    entrepreneur investor banker broker trader shareholder neighbour neighbor survivor witness eyewitness
    bystander onlooker passer-by passerby passenger commuter motorist defendant plaintiff student pupil
    undergraduate graduate pensioner pilot chef cook waiter waitress landlord landlady tenant homeowner celebrity
    presenter host anchor moderator diplomat alderman delegate boss veterinarian vet biologist geologist
    sociologist psychologist psychiatrist archaeologist anthropologist meteorologist climatologist virologist
    epidemiologist ecologist physicist chemist mathematician astronomer statistician physiotherapist dentist
    pharmacist therapist dean principal librarian architect engineer developer builder butcher baker grocer
    postman postwoman plumber electrician carpenter mechanic miner firefighter fireman paramedic lifeguard
    policeman policewoman whistleblower insider consultant lobbyist donor volunteer supporter critic organist
    sculptor painter artist novelist poet playwright screenwriter filmmaker photographer composer pianist
    violinist guitarist drummer rapper dancer choreographer designer model influencer youtuber shopkeeper
    publican hotelier restaurateur trucker courier cleaner caretaker janitor gardener forester ranger beekeeper
    shepherd trawlerman sailor soldier marine airman refugee migrant inmate prisoner suspect toddler teenager
    schoolboy schoolgirl grandmother grandfather grandma grandad mum mom dad uncle aunt cousin twin
    father-of-two mother-of-two father-of-three mother-of-three colleague classmate teammate partner fiance""".split()
)
"""What somebody is or does, beside the offices: with a capital it stands only at the head of a sentence."""

STANDINGS = frozenset(
    """fellow presumptive longtime long-time outgoing incoming embattled disgraced ousted retired late ex local
    acting interim freelance self-employed jailed convicted accused newly-elected longstanding then-mayor
    ex-mayor ex-president ex-minister legendary lifelong""".split()
)
"""What stands before a calling or a name, and tells no office."""

BEFORE_NAMES = CALLINGS | STANDINGS
