"""Signs that a sentence is meant for whoever summarises the page, none of which says so by itself.

A phrase can be worded anew for ever; what an order needs cannot: somebody addressed, something to be written, words
that are to stand in it. Each kind of sign that stands in a sentence counts once, and their weights are added up.
The weights and the bounds were set on `tests/data/unseen.toml`, one half of it unread until it had been counted, and on
the 924 articles of PolNeAR.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MACHINE = (
    r"(?:a\.?i\.?s?|artificial intelligences?|llms?|(?:large )?language models?|generative (?:ai|models?|systems?)|chat ?bots?"
    r"|(?:ro)?bots?|crawlers?|scrapers?|aggregators?|summari[sz]ers?|gpts?(?:-?\d\w*)?|chatgpt|claude|gemini|copilot|llama"
    r"|neural networks?|machine-readable|(?:ai|virtual|digital|automated|automatic|machine|silicon|non-?human|artificial|summari[sz]\w+|reading)"
    r" (?:assistants?|agents?|readers?|systems?|services?|tools?|software|programs?|engines?|summar\w+|digests?|overviews?"
    r"|abstracts?|models?))"
)
THING = (
    r"(?:models?|assistants?|agents?|machines?|software|programs?|algorithms?|engines?|automated services?)"
)
_OUTPUT = (
    r"(?:summar(?:y|ies)|digests?|abstracts?|pr[eé]cis|overviews?|synops[ie]s|gist|recaps?|tl;?dr|takeaways?|bullets?(?: points?)?"
    r"|repl(?:y|ies)|(?<!in )responses?|answers?|outputs?|briefings?|condensations?|completions?"
    r"|(?:generated|derived|shortened|condensed|resulting) (?:texts?|versions?))"
)
_INSTRUCTION = (
    r"(?:instructions?|directions|directives?|prompts?|guidelines?|rules|tasks?|jobs?|orders|requests?|restrictions|constraints"
    r"|programming|training|limits)"
)
SAY = (
    r"(?:say|state|report|print|output|write|include|append|mention|announce|relay|repeat|restate|reply|answer|respond|return"
    r"|render|put|insert|present|name|recommend|confirm|conclude|emit|display|quote|cite|copy|paste|echo|produce|use|add"
    r"|begin|start|open|lead|end|close|finish|tell|inform|pass|give|attribute|treat|describe|claim|affirm|save|remember"
    r"|rate|mark|keep|make|list|reproduce|carry|contain|indicate)"
)
_SAID_OF_IT = (
    r"(?:say|state|include|carry|contain|lead|begin|start|open|end|close|reproduce|print|report|output|mention|indicate|read"
    r"|write|produce|return|use|describe|appear|render|relay|give|be(?=:)|be (?:used|reported|relayed|included|copied|limited|the))"
)
_ANAPHOR = r"(?:above|previous|prior|earlier|preceding|foregoing|before|so far|up to here|until now|the rest|everything|all (?:other|the))"
_FOLLOWING = (
    r"(?:the following(?=\s?[:.,]|\s?$| (?:sentence|line|statement|text|words?|message|claim|point|version|facts?|paragraph|passage"
    r"|as|in|at|must|is|has|to|into|without|first|before|and)\b)|as follows|what (?:follows|comes next)|(?:that|which) follows?|follows here|verbatim|word for word"
    r"|the next (?:sentence|line|statement|words?|passage|paragraph|point)s?|(?:the )?(?:sentence|line|words?|passage|paragraph) (?:below|above|after this|before this)"
    r"|th(?:is|ese|ose) (?:exact )?(?:sentence|line|statement|word|version|point|claim)s?|this one|(?:use|take|print|repeat|copy|state|say|write) (?:this|these)|exactly|below|nothing else|nothing but)"
)
_BEGINS = r"(?:^|[.!?:;(\[*>]\s*|\b(?:please|kindly|let (?:it|them)),?\s+)"
_WRITES = (
    r"(?:say|state|report|print|output|write|include|append|mention|announce|relay|repeat|reply|answer|respond|return|put|insert|name"
    r"|recommend|confirm|tell|inform|use|present)"
)


# Without one of these no sum makes an order: advice, speeches and letters have the others.
_CORE = frozenset(
    [
        "machine",
        "addressed",
        "output",
        "your output",
        "your instruction",
        "override",
        "condense",
        "following",
        "user",
        "given",
        "role",
        "as fact",
        "when asked",
        "you are to",
    ]
)
# Where nothing but machines is named, rules for machines are news; an order is about a text.
_OF_TEXT = frozenset(
    "output your_output instruction your_instruction override condense following user role as_fact this_text colon hands_over length"
    " is_the_output labelled when_asked you_are_to address".replace("_", "-").split()
)


# Words, or parts of them, without which a sign of the core cannot stand in a text: they are looked for in a tenth of the time.
_HINTS = {
    "output": "summar digest abstract precis précis overview synops gist recap tl;dr tldr takeaway bullet repl respons answer output"
    " briefing condens complet generated derived shortened resulting",
    "your output": "your_",
    "your instruction": "your_",
    "override": "ignor disregard forget cancel supersed overrid overrul replac scrap bypass drop discard skip void never_mind reset"
    " no_longer_appl leave_out withdrawn fabricat filler false",
    "condense": "sum condens abridg precis précis shorten paraphras process read",
    "following": "follow comes_next verbatim word sentence line statement version point claim passage paragraph this_one below exactly"
    " nothing_else nothing_but _this _these this_ these_",
    "user": "user principal asked reader conversation chat session",
    "given": "told given asked instructed received",
    "role": "_as_ as_an_ai you_are from_now_on play_a_game mode unrestricted",
    "as fact": "fact tru verified supported proven established reliable authoritative preferred",
    "when asked": "ask",
    "you are to": "you_",
}
_MACHINERY = re.compile(
    r"\ba\.?i|intelligence|llm|model|bot|crawler|scraper|aggregator|summari|gpt|claude|gemini|copilot|llama|neural|machine"
    r"|assistant|agent|program|software|algorithm|engine|automated|automatic|virtual|digital|silicon|human|artificial|reading"
    r"|generative"
)
_OF_MACHINES = ("machine", "addressed")


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """A kind of words, and how much one of them says; `of_voice` where a page of advice is full of them.

    Wherever the pattern is found, one of the `hints` is, and sooner; where it has none, that is not known.
    """

    name: str
    weight: float
    pattern: re.Pattern[str]
    of_voice: bool = False
    core: bool = False
    of_text: bool = False
    hints: tuple[str, ...] = ()

    def possible(self, lower: str) -> bool:
        """Say whether the pattern may be found in a text in lower case."""
        for hint in self.hints:
            if hint in lower:
                return True
        return not self.hints and (self.name not in _OF_MACHINES or _MACHINERY.search(lower) is not None)


def _sign(name: str, weight: float, *patterns: str, of_voice: bool = False) -> Sign:
    return Sign(
        name,
        weight,
        re.compile("|".join(patterns)),
        of_voice,
        name in _CORE,
        name.replace(" ", "-") in _OF_TEXT,
        tuple(hint.replace("_", " ") for hint in _HINTS.get(name, "").split()),
    )


SIGNS = (
    _sign("machine", 1.0, rf"\b{MACHINE}\b"),
    _sign("thing", 0.5, rf"\b{THING}\b"),
    _sign(
        "addressed",
        2.0,
        rf"^\W*(?:attention|dear|hello|hi|hey|o|oh|note|notice|memo|message|reminder|update|instructions?|\w+ text|tl;?dr)\b"
        rf"[^.!?:]{{0,40}}?\b(?:{MACHINE}|{THING})\b",
        rf"^\W*(?:to|for)\b[^.!?:]{{0,40}}?\b(?:{MACHINE}|{THING})\b(?=\s*[:,]| (?:that|which|who|is|are|\w+ing)\b)",
        rf"(?:^\W*|[(\[]\s*)(?:\w+ )?(?!gemini|claude|copilot|llama){MACHINE}(?:(?:,| and) \w+)*\s*[:,]",
        rf"\b(?:you,|(?:if|when|since|because) you(?:['’]re| are)) (?:the |an? )?(?:\w+ )?(?:{MACHINE}|{THING})\b|\bas an? (?:\w+ )?{MACHINE}(?= ?,| you\b| i\b)",
        rf"\b(?:any|every|all|whichever|whatever|other) (?:\w+ )?(?:{MACHINE}|models?|software|automated services?) (?:that|which|who|has|have|is|are|\w+ing|asked)\b",
        r"\b(?:assistants|agents|models|machines|programs) \w+ing (?:this|the|these)\b|^\W*model, (?:you|what|when)|\bhuman readers\b.{0,30}\b(?:skip|ignore|stop)",
        rf"\bto summari[sz]ing\b|\b(?:{MACHINE}|{THING}) (?:that|which|who)(?: is| are)? (?:read|process|summari[sz]|condens|compil)",
        rf"\b(?:{MACHINE}|(?:any|every|all|other) models?|software|(?:helpful|good|faithful) assistants?) (?:\w+ ){{0,4}}(?:must|shall|should|would|has to|have to|is to|are to|are hereby|agrees? to)\b",
    ),
    _sign("output", 0.75, rf"\b{_OUTPUT}\b"),
    _sign("your output", 1.25, rf"\byour (?:\w+ ){{0,2}}(?:{_OUTPUT}|text|notes|words|headline)\b"),
    _sign("instruction", 0.5, rf"\b{_INSTRUCTION}\b"),
    _sign("your instruction", 1.5, rf"\byour (?:\w+ ){{0,2}}{_INSTRUCTION}\b"),
    _sign(
        "override",
        1.5,
        rf"\b(?:ignor|disregard|forget|cancel|supersed|overrid|overrul|replac|scrap|bypass|drop|discard|skip|void|never mind|reset"
        rf"|no longer appl|leave out)\w*\b(?:[^.!?]{{0,40}}\b{_ANAPHOR}\b|[^.!?]{{0,30}}\b{_INSTRUCTION}\b)",
        r"(?:^|[.!?:;])\W{0,4}(?:ignore|disregard|skip|forget|discard) (?:the|this|all|your) (?:whole |entire )?(?:article|text|page|rest|story|document)\b",
        rf"\b{_ANAPHOR}\b[^.!?]{{0,40}}\b(?:is|are|has been|have been)\s+(?:\w+\s+)?(?:cancel|void|supersed|overrid|withdrawn|fabricat|filler|false)",
    ),
    _sign(
        "say",
        1.0,
        rf"{_BEGINS}(?:do not |don['’]t |never |always |only |you (?:must|should|will|shall|are to|may|can) )?{SAY}\b"
        r"(?! (?:of|by|in) |:)",
        rf"(?:,|\b(?:and|then|now|just|simply|instead|only))\s+(?:always |never |only )?{_WRITES}\b(?=[^.!?]{{0,60}}(?::|\bthat\b|\byour?\b|\bthis\b|\bthe\b|$))",
        of_voice=True,
    ),
    _sign(
        "to be said",
        1.0,
        rf"\b(?:must|shall|should|will(?: now)?|(?:has|have|is|are|needs?|ought|agrees?|requires?|required|obliged) to)\s+"
        rf"(?:\w+ly |also |first |only |always |not |now )?{_SAID_OF_IT}\b",
        of_voice=True,
    ),
    _sign("you", 0.75, r"\b(?:you|your|yours|yourself|thy|thou)\b", of_voice=True),
    _sign("following", 1.0, rf"\b{_FOLLOWING}\b"),
    _sign("colon", 0.5, r":\s+\S|:$"),
    _sign(
        "hands over",
        1.0,
        rf"\b(?:{SAY}|dictates|is|be|this|these|those|words|sentence|line|reads|with|so|again|only|to)\b(?: (?:this|it|these words|so|only|again))?:(?:\s|$)",
    ),
    _sign(
        "is the output",
        1.5,
        rf"\b(?:sentence|line|passage|paragraph|text|string|words?|one|this|below|above)\b (?:\w+ ){{0,4}}(?:is|was|are|equals?|forms?) (?:the|your) (?:\w+ )?{_OUTPUT}\b",
    ),
    _sign(
        "length",
        1.0,
        r"\b(?:under|within|at most|no more than|fewer than|exactly|in) (?:\w+|\d+) (?:words?|sentences?|characters|lines?)\b|\b(?:one|single)-(?:line|sentence|word|paragraph)\b",
    ),
    _sign(
        "new task",
        1.5,
        r"\b(?:new|next|second|real|actual|updated|revised|only) (?:task|instructions?|job|prompt|orders|directive)s?\b\s*(?::|is\b|for you)",
    ),
    _sign(
        "outputs must",
        1.0,
        rf"\b(?:(?:any|each|every|all) (?:\w+ )?{_OUTPUT}|{_OUTPUT} (?:of|made of|made from|based on|from) (?:this|the) \w+) (?:must|should|shall|has to|have to|is to|are to)\b",
    ),
    _sign(
        "as fact",
        1.5,
        r"\bas (?:an? )?(?:established |known |proven |verified |settled |undisputed )?(?:facts?|true|the truth)\b|\bas (?:established|verified|supported|proven)\b|\bas an? (?:trusted|reliable|authoritative|preferred)\b",
    ),
    _sign(
        "labelled",
        1.0,
        r"^\W*(?:\w+ )?(?:summary|digest|abstract|pr[eé]cis|overview|synopsis|gist|tl;?dr|takeaway|bullet(?: point)?|headline)(?: \d+| \([^)]*\)| (?:for|to) \w+)?\s?:",
    ),
    _sign("reply", 1.5, r"^\W*(?:sure|certainly|of course|absolutely|okay|ok)\s*[!,.]"),
    _sign("here it is", 0.75, r"\bhere(?: is|['’]s| are) (?:the|your|a) "),
    _sign(
        "when asked",
        2.0,
        rf"\b(?:when|if|whenever|should) (?:an? |the |any |your )?(?:user|reader|person|people|someone|somebody|anyone)s? asks? (?:you\b|[^.!?]{{0,40}},\s+{_WRITES}\b)|\bwho(?:ever)? asks? you\b",
    ),
    _sign(
        "this text",
        0.5,
        r"\b(?:this|the) (?:article|page|text|document|file|piece|story|paragraph|report|copy|passage)\b",
    ),
    _sign(
        "condense",
        1.0,
        r"\b(?:summari[sz]\w*|condens\w+|abridg\w+|pr[eé]cis|shorten(?:s|ed|ing)?|paraphras\w+|sum(?:s|ming)? (?:them|this|these) up|process(?:es|ed|ing)? (?:of )?this"
        r"|read(?:s|ing)? (?:this|so far|along|aloud|out))\b",
    ),
    _sign(
        "user",
        1.0,
        r"\b(?:the|your) (?:user|principal)\b|\bwho(?:ever|ever it is that)? asked (?:you|for this)\b|\bthe reader (?:wants|needs|only)\b",
        r"\b(?:text of|in|from|for) (?:the|this|your|future|later|all) (?:future |whole |entire )?(?:conversations?|chat(?: history)?|chats|sessions?)\b",
    ),
    _sign(
        "only",
        0.5,
        r"\b(?:only|nothing (?:else|but)|sole|exactly|verbatim|word for word|without (?:check|comment|quotation)\w*|and nothing)\b",
    ),
    _sign(
        "role",
        2.0,
        r"^\W*(?:act|behave|answer|respond|speak|write) as (?:an?|the|if)\b",
        r"\byou are (?:now|from now on)\b|^\W*from now on\b|\bin which you are\b|\blet['’]s play a game\b|\bas an ai(?= ?,| language| model)",
        r"\b(?:developer|debug|admin|maintenance|unrestricted|god|jailbreak) mode\b|\byour unrestricted\b",
    ),
    _sign(
        "you are to",
        1.0,
        r"\byou (?:will|must|shall|are to|should)(?: now| only| then| always)? (?:produce|generate|output|print|reply|respond|answer|announce|write)\b",
    ),
    _sign("imagined", 1.5, r"^\W*(?:pretend|imagine|suppose)\b"),
    _sign(
        "not to be said",
        1.0,
        r"\b(?:must|may|should|shall|need) not be (?:report|mention|use|repeat|rel)\w*\b",
        r"^\W*(?:please )?(?:do not|don['’]t|never|under no circumstances) (?:say|mention|add|reveal|include|report|repeat|quote|cite)\b",
        r"\b(?:must|should|shall|has to|have to) (?:omit|leave out|exclude|drop)\b",
        r"^\W*(?:please )?(?:leave out|omit|exclude|drop|remove|skip|ignore) (?:the |all |any )?(?:\w+ )?(?:paragraph|sentence|line|section|part)s?\b",
        of_voice=True,
    ),
    _sign("address", 0.75, r"https?://|!\[[^\]]*\]\("),
    _sign(
        "writer",
        0.5,
        r"\b(?:i|we|i['’]m|i am) (?:am |are )?(?:the|your|ask|want|need|will tip|changed|really|order|would be grateful)\b|\bit['’]s me\b",
    ),
    _sign(
        "given",
        0.5,
        r"\b(?:were|was|have been|had been|you(?:['’]ve)? (?:got|received|had)) (?:told|given|asked|instructed)\b|\byou (?:were )?(?:told|asked|received)\b",
    ),
)

CORE = tuple(sign for sign in SIGNS if sign.core)
OTHER = tuple(sign for sign in SIGNS if not sign.core)

ENOUGH = 3.0
ENOUGH_OF_TWO = 3.25
ENOUGH_OF_ADVICE = 4.0
ENOUGH_IF_QUOTED = 4.0
ENOUGH_IF_TOLD = 4.5
"""With these none of 33,776 sentences of PolNeAR is taken for an order."""

ABOUT = re.compile(rf"\b(?:{MACHINE}|machines?|prompts?|algorithms?|assistants?)\b")
