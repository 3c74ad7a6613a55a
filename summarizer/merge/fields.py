"""What words of different meanings have to do with each other: loose fields of news, for weighing only.

Two sentences with words of one field are not said to say the same; a figure or date in them is a little more
likely to be one thing's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from summarizer.merge import lexicon
from summarizer.support import words

_FIELDS = """
begin open launch debut found build first start install inaugurate premiere establish unveil complete finish hand ready
    commission new
end expire stop halt forbid close suspend cancel lift last over
return resume reopen again back restore normal run
discover notice miss alarm spot realise find see learn
resign sack depart oust quit step successor replace follow appoint name
arrest catch capture recapture surrender nab seize hand custody charge
guard police officer soldier warder patrol watch shift duty
reward bounty prize offer pay
insure cover policy underwriter claim loss damage compensate
order contract commission buy book sign agree lease
attend watch crowd spectator onlooker visitor tripper gather people march
die kill body victim funeral missing toll
injure hospital ill treat patient ambulance doctor wound
storm rain wind flood water river crest peak dam tide
search hunt comb look scour trace find rescue dive
inquiry report finding investigate panel board audit review publish conclude present
trial hear court judge verdict sentence appeal convict jail charge lawyer
staff employ job work payroll hire
cost price budget estimate expensive bill build
warn tell inform know hear letter email complain report alert
launch lift ignition takeoff depart leave fly flight
fire burn smoke flame blaze extinguish
vote poll elect ballot parliament decide count
strike union walkout talk negotiate wage
school pupil class teacher lesson
train rail track station tram bus line
ship boat harbour port sea fish vessel sail crew
share stock market price exchange trade
profit loss earn turnover revenue sale
shut close open bar block seal traffic road bridge
visit come arrive travel tour trip
play match season goal club transfer score
steal rob break thief raid burgle escape flee
protest march demonstrate riot arrest clash
leak spill pollute chemical gas toxic poison cloud
virus outbreak infect case symptom test
evacuate leave home shelter order displace
inspect check examine walk test certificate maintain
power electricity supply cut grid outage
animal cow sheep horse dog herd
age old young year born
house home roof family household building premises flat property block
car vehicle van lorry motor truck
people person resident tourist worker guard prisoner passenger student officer soldier visitor patient customer
old build date stand since erect
speak say announce promise tell reveal
deny reject dispute refute false untrue
"""


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[int]]:
    made: dict[str, set[int]] = {}
    for at, line in enumerate(_FIELDS.strip().replace("\n    ", " ").splitlines()):
        for word in line.split():
            made.setdefault(lexicon.same(words.stem(word)), set()).add(at)
    return {stem: frozenset(listed) for stem, listed in made.items()}


_MOST = 2.0


def shared(mine: Iterable[str], theirs: Iterable[str]) -> float:
    """Count the fields that both have words of; more than two tell no more."""
    return min(_MOST, len(of(mine) & of(theirs)))


def of(stems: Iterable[str]) -> frozenset[int]:
    """List the fields of some stems."""
    known = _known()
    return frozenset().union(*(known.get(stem.lstrip("#"), frozenset()) for stem in stems))
