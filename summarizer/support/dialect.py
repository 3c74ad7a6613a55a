"""British and American spellings of one word, by its ending or by a list."""

from __future__ import annotations

import re
from functools import lru_cache

_OURS = (
    "arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav"
    "|splend|succ|tum|val|vap|vig"
)
_DOUBLED = (
    "cancel|channel|counsel|dial|equal|fuel|funnel|jewel|label|level|marvel|model|panel|pedal|quarrel|rival|shovel"
    "|signal|total|travel|tunnel"
)
_ENDINGS = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (rf"^((?:dis|mis|un|out)?(?:{_OURS}))our(?!s?t)", r"\1or"),
        # "promise", "revise" and "precise" are spelled with an s on both sides
        (
            r"(?<=[a-z]{3})(?<!^prem)(?<!prom)(?<!surm)(?<!^dem)(?<!v)(?<!pr)(?<!pra)(?<!w)(?<!gu)(?<!prec)(?<!conc)"
            r"(?<!exc)(?<!inc)(?<!exerc)(?<!chand)(?<!parad)(?<!chis)(?<!franch)(?<!advert)(?<!expert)(?<!treat)"
            r"is(e|es|ed|ing|er|ers|ation|ations|able|ably)$",
            r"iz\1",
        ),
        (r"(anal|paral|catal)ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),
        (r"(cent|theat|met|lit|fib|calib|spect|lust|somb|sab|meag)re(s)?$", r"\1er\2"),
        (r"(cent|theat|fib|calib|lust)red$", r"\1ered"),
        (r"(def|off|pret|lic)ence(s|d|less)?$", r"\1ense\2"),
        (rf"({_DOUBLED})l(ed|ing|er|ers)$", r"\1\2"),
        (r"^(un)?scept(?=ic)", r"\1skept"),
        (r"^(orthop|encyclop|p)aed(?=[io])", r"\1ed"),
        (r"^(an)?aesth(?=et)", r"\1esth"),
    )
)
_LISTED = dict(
    pair.split()
    for pair in """programme program,programmes programs,grey gray,tyre tire,tyres tires,cheque check,cheques checks,
    plough plow,ageing aging,aluminium aluminum,jewellery jewelry,judgement judgment,amongst among,
    whilst while,catalogue catalog,catalogues catalogs,dialogue dialog,dialogues dialogs,storey story,
    storeys stories,kerb curb,foetus fetus,artefact artifact,artefacts artifacts,mould mold,sulphur sulfur,
    fulfil fulfill,fulfils fulfills,enrol enroll,enrolment enrollment,instalment installment,
    instalments installments,skilful skillful,cosy cozy,towards toward,practise practice,
    practised practiced,practising practicing""".replace("\n    ", "").split(",")
)


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """Spell a lower-case word as Americans do, if the British spell it otherwise.

    >>> american("organisations"), american("kilometres"), american("promised"), american("hour")
    ('organizations', 'kilometers', 'promised', 'hour')
    """
    if word in _LISTED:
        return _LISTED[word]
    for ending, other in _ENDINGS:
        made = ending.sub(other, word)
        if made != word:
            return made
    return word
