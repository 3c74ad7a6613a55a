"""Where "and" opens a clause: "men and women work" is one, "was hurt and the driver fled" are two."""

from __future__ import annotations

# A pronoun, an article, an auxiliary, a preposition, a past tense, a figure or a name behind it opens one; "dead and
# 20 injured" counts two things, and "Orme and Sons" cannot be told from "and Orme left".
AND = (
    r"and(?=\s(?:(?:he|she|it|they|we|i|you|his|her|its|our|their|my|the|an?|this|that|these|those|there|then|now|so"
    r"|is|are|was|were|be|been|will|would|has|have|had|can|cannot|could|may|might|must|should|did|does|do|not|never"
    r"|in|on|at|to|for|by|from|with|of|after|before|since|until|about|around|some|more|less|only|just|at|also|another"
    r"|no|every|each|all|both|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?"
    r"|hundreds?|dozens?|thousands?|\w+ed|left|went|came|took|gave|made|put|said|saw|told|fell|lost|found|held|ran"
    r"|sent|paid|kept|cut|let|met|got|won|led|hit)\b|\W|\d|(?-i:[A-Z])))"
)
