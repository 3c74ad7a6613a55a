"""What stands before a name at the head of a sentence, with a capital, and is no part of it: "Nurse Ann Roe said"."""

from __future__ import annotations

CALLINGS = frozenset(
    """rival frontrunner front-runner opponent challenger incumbent contender newcomer hopeful billionaire
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
"""What somebody is or does."""

STANDINGS = frozenset(
    """fellow presumptive longtime long-time outgoing incoming embattled disgraced ousted retired late ex local
    acting interim freelance self-employed jailed convicted accused newly-elected longstanding then-mayor
    ex-mayor ex-president ex-minister legendary lifelong""".split()
)
"""What stands before a calling or a name, and tells no office."""

BEFORE_NAMES = CALLINGS | STANDINGS
