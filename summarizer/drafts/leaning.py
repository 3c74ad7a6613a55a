"""Whether a sentence can be read by itself, and what may be left off its front so that it can."""

from __future__ import annotations

import re

from summarizer.attribute import lexicon

# Connectives that only say how the sentence follows from the one before; what they join stands without them.
_JOINERS = (
    r"meanwhile|however|nevertheless|nonetheless|moreover|furthermore|in addition|additionally|besides|"
    r"in the meantime|at the same time|of course|for (?:his|her|its|their) part|in sum|in short|to be sure|"
    r"what['’]s more|better yet"
)
# Only before a comma: "Now that …", "Still waters" and "Instead of …" begin a sentence of their own.
_TURNS = (
    r"also|in fact|indeed|now|then|still|so|thus|therefore|hence|instead|as a result|consequently|accordingly|"
    r"in other words|in turn|in response|in return|similarly|likewise|afterwards?|finally|lastly|by contrast|"
    r"in contrast|on the other hand"
)
_JOINS = re.compile(
    rf"(?:(?:{_JOINERS}|{_TURNS}),\s+"
    r"|(?:it (?:is|was) for (?:this|that) (?:very )?reason that|(?:this|that)(?: is|['’]s) why|which is why)\s+"
    r"|(?:but|and|yet)\s+(?!(?:if|when|while|that|then|even|not|so|yet|what|why|how|\w+ing)\b))",
    re.IGNORECASE,
)
# The place, and the agency in brackets, that wires print in front of the first sentence.
_PLACE = (
    r"(?:[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,5}|[A-Z]\w+(?: [A-Z]\w+)?, (?:[A-Z][a-z]{1,4}\.|[A-Z]{2})"
    r"|(?:[A-Z][\w.'’-]+[ ,]+){1,5}(?=\())"
)
_DASH = r"(?:\s*[–—―]|\s+-{1,2}(?= ))\s*"
# "Washington, DC, United States: ": a colon behind a name ends a dateline only where that ends in a country.
_COUNTRIES = (
    r"United States|United Kingdom|USA?|UK|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|India|Pakistan|"
    r"Nigeria|Kenya|South Africa|France|Germany|Italy|Spain|Russia|Ukraine|Turkey|Israel|Iraq|Iran|Syria|Lebanon|Egypt|"
    r"China|Japan|South Korea|Brazil|Mexico|Qatar|Afghanistan|Hong Kong"
)
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}})?"
    rf"(?: ?\([^()]{{2,40}}\)(?:{_DASH}|:\s*|(?=[A-Z]))|{_DASH})"
    r"|[A-Z]{2,}(?: [A-Z]{2,})+:\s*"
    rf"|[A-Za-z][\w-]+\.(?i:com|net|org|info|tv|news|co\.uk){_DASH}"
    rf"|\([A-Z][\w &.]{{1,25}}\)(?:{_DASH}|\s*)"
    rf"|(?:[A-Z][\w.’'-]*,? ){{0,3}}[A-Z][\w.’'-]*, (?:{_COUNTRIES}):\s+"
    r"|(?:Summary|In brief|At a glance|In a nutshell|TL;DR):\s+)(?=[A-Z“\"‘'\d])"
)
_PRONOUNS = r"he|she|they|it|his|her|their|its|him|them|hers|theirs"
# "It is hoped that", "there is no evidence that": the pronoun stands for nothing.
_EXPLETIVE = re.compile(
    r"(?:it(?: (?:is|was|has been|will be|would be|remains)|['’]s) (?:also |not |now |still )?"
    # "it is expected to rise" speaks of something
    r"(?:(?:understood|believed|thought|feared|expected|estimated|likely|unlikely|known|reported|alleged)"
    r"(?! (?:to|for|as)\b)|hoped|unclear|(?:not )?clear|possible|claimed|true that|worth noting|"
    r"the (?:first|second|third|last|latest|biggest|largest) time|"
    r"an? (?:\w+ )?(?:matter|shame|pity|fact|question|miracle|relief|tragedy|disgrace|mistake) (?:of|that|to)\b)"
    r"|it (?:took|takes|cost|costs|seems|seemed|appears|appeared) (?!to )"
    r"|there(?: (?:is|are|was|were|has|have|will|had)|['’]s) )",
    re.IGNORECASE,
)
_TIME = r"(?:morning|afternoon|evening|week|weekend|month|year|season|summer|winter|spring|autumn|fall|century|decade)"
_NUMBER = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|(?:a )?few|some|moments|just \w+"
_POINTS_BACK = re.compile(
    rf"(?:(?:{_PRONOUNS}|{_JOINERS})\b|(?:this|that|these|those)\b(?!\s+{_TIME}\b)|such\b|"
    r"(?:so|or|now|then|thus|perhaps|maybe|seriously|hence|therefore|also|instead|still|nor|there|here|indeed|too|similarly|likewise|otherwise|elsewhere|afterwards?|consequently|"
    r"accordingly|conversely|finally|lastly|secondly|thirdly|yet|but|and|because|rather|what|why|how|who|which)\b"
    rf"|\w+ing (?:{_PRONOUNS})\b"
    r"|(?:another|others|both|neither|either|(?:one of|among|all of) (?:them|these|those)|all (?:had|have|were|are))\b"
    r"|(?:for (?:example|instance)|as a result|as such|in (?:contrast|other words|turn|response|return|fact|this|that|"
    r"these|those)|by (?:contrast|comparison)|on the other hand|after (?:that|this)|(?:even|that) said|"
    r"at (?:that|this) (?:point|time|stage)|in (?:each|both|either|all) cases?|"
    r"in (?:his|her|their|its|both) (?:view|opinion|eyes|words)|(?:beyond|apart from|"
    r"aside from|along with) (?:that|this|these|those)|to (?:that|this) end|"
    r"when asked|asked|challenged|pressed|speaking (?:to|at|after|before|on|in|with)|responding|"
    r"(?:mostly|partly|mainly|largely|simply|just|only) because|especially|not to mention|to do so|"
    rf"at least(?! (?:(?:{_NUMBER}|eleven|twelve|half|\w+t(?:een|y))\b|dozens|scores|hundreds|thousands|millions))|"
    r"more (?:than that|importantly)|"
    rf"(?:{_NUMBER}) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier|afterwards?)|"
    r"later (?:in the (?:day|week|month|year)|that|on))\b"
    r"|(?:well|yes|yep|yup|nope|no|ah|oh|wow|hey|heck|ok|okay|sure|wait|look|hmm|ugh|alas)[,.!]"
    r"|the (?:officials?|spokesman|spokeswoman|spokesperson|move|decision|pair|duo|trio|two|three|latter|former|group|"
    r"couple|men|women|same|other|others|statement|incident|email|letter|remarks?|comments?|source|result|"
    r"\d+-year-old)\b)",
    re.IGNORECASE,
)
# Only look as if they pointed back: "So-called", "In addition to the bridge", "Both Roe and Lee", "The group that …".
_OF_ITS_OWN = re.compile(
    rf"(?:(?:so|then|now|still)-\w|(?:so|too) (?:many|few|much|little|far)\b"
    rf"|(?:in addition to|besides|instead of|rather than|because of) (?!(?:{_PRONOUNS}|this|that|these|those|which)\b)"
    rf"|both (?-i:[A-Z])[^,.]{{1,60}}? and (?-i:[A-Z])"
    rf"|the (?:officials?|move|decision|group|men|women|statement|incident|letter|result) "
    rf"(?:of|that|which|who) (?!(?:{_PRONOUNS}|this|that|these|those)\b)|the (?:move|decision) (?:to|by) )",
    re.IGNORECASE,
)
# "In a statement posted on Chirp, she said": an opening phrase, and only then a pronoun as the subject.
_PHRASE_THEN_PRONOUN = re.compile(
    r"(?:in|on|at|after|before|during|under|with|when|while|as|for|despite|although|though|if|since|once|following|"
    r"by|from|until|over|throughout|through|to|besides|instead|rather|because|"
    r"writing|somewhere|later|earlier|yesterday|today|last|two|three|a|then)\b"
    r"(?P<phrase>[^,]{0,90}?)(?:,\s+(?:(?:however|also|meanwhile),?\s+)?(?:he|she|they|it|his|her|their)|\s(?:he|she))\b",
    re.IGNORECASE,
)
_CLAUSE_WITH_PRONOUN = re.compile(
    r"(?:when|if|while|as|because|although|though|once|after|before|since|until|given)\b[^,]{0,60}?\b(?:he|she|it|they)\b",
    re.IGNORECASE,
)
_IF_IT = re.compile(
    r"(?:when|if|while|as|because|although|though|once|after|before|since|until) (?:it|they|he|she)\b",
    re.IGNORECASE,
)
_SAYING = r"(?:said|says|added|adds|told|tells|wrote|writes|explained|argued)"
_SAID_BY_PRONOUN = re.compile(rf",[”\"’]? (?:he|she|they) {_SAYING}\b")
# Who said it may be named where it is said a first time; "the Sierra Nevada has had no rain, he said" names nobody.
_SAID_BY_NAME = re.compile(rf"(?:[A-Z][\w.’'-]+|\)|,) (?:has |had |also )?{_SAYING}\b")
# "of those companies", "in this claim"; "this week", "those who left" and "these days" point nowhere.
_DEMONSTRATIVE = re.compile(
    rf"(?<=\s)(?:this|these|those)\s+(?!{_TIME}\b|(?:who|whose|which|that|in|on|at|of|with|from|for|is|was|are|were|"
    r"has|will|can|being|\w+ed|heard|seen|made|done|born|held|left|sent|paid|found|kept|sold|built|lost|hit|taken|"
    r"given|written|chosen|driven|stolen|known|shown|drawn|able|under|over|already|now|still|not|most|more|"
    r"days?|time|morning|the|a|and|to|by|as)\b|[A-Z\W])(?P<noun>[a-z]\w+)"
    r"|(?<=\s)(?:of|in|on|at|by|for|with|from|to|over|under|above|about|than|into)\s+that\s+(?P<thing>[a-z]\w{2,})"
)
# "would use that experience": no conjunction, for no verb follows
_THAT_THING = re.compile(
    r"\b(?P<verb>[a-z]\w+) that (?P<noun>experience|image|figure|number|claim|idea|move|decision|plan|deal|process|"
    r"approach|strategy|question|view|amount|rate|trend|issue|problem|target|goal|role|work)"
    r"(?=[.,;!?]|$| (?:in|of|by|on|at|for|from|with)\b)"
)
_ENDS_POINTING = re.compile(
    r"\b(?:(?:den|dismiss|reject|disput|contest|confirm|refut)\w+ (?:all )?(?:this|that|it|these|those)"
    r"|(?:support|back|oppos|reject|welcom|lik|dislik)\w* the (?:idea|move|suggestion|proposal|notion|request)s?)\W*$"
)
# "a similar message": like which?
_LIKE_ANOTHER = re.compile(r"\b(?:an? )?similar (?!to\b|in\b|as\b)\w+\b(?! to\b| as\b)")
_STEM = 5
_PRONOUN_FIRST = re.compile(
    rf"(?:{_PRONOUNS}|the(?P<others> (?:two|three|pair|duo|trio|latter|former|same|others?))?)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Dame|President|Minister|Mayor|Judge)\.?\s+[A-Z]|(?<!the )\b[A-Z][a-z]+ [A-Z][a-z]+"
)


# The commonest openings that lean, in other languages of the news; one that is missing here costs a good line.
_ELSEWHERE = {
    "de": "er sie es sein seine ihr ihre aber und doch denn dies diese dieser dieses das dabei damit dazu deshalb "
    "daher danach dort außerdem zudem jedoch allerdings auch so dann",
    "fr": "il elle ils elles son sa ses leur leurs mais et donc or car ce cela cette ces celui celle ainsi puis "
    "cependant toutefois pourtant alors aussi",
    "es": "él ella ellos ellas su sus pero y sin este esta esto estos estas ese esa eso así además entonces también "
    "aunque por",
    "pt": "ele ela eles elas seu sua seus suas mas e este esta isto esse essa isso assim então também porém além já",
    "it": "lui lei egli essi loro suo sua suoi ma e però questo questa questi queste ciò così inoltre quindi poi anche",
    "nl": "hij zij ze het hun zijn haar maar en dus dit dat deze die daarom daarna ook toch echter zo dan",
    "ru": "он она они оно его её их но и а это этот эта эти так также однако затем поэтому потом",
}


def leans_in(language: str, text: str) -> bool:
    """Say whether a sentence of an article in this language points back; False where we cannot tell."""
    if language == "en":
        return leans(text)
    first = text.lstrip("\"“”«„‘'([¿¡ ").split(maxsplit=1)[:1]
    return bool(first) and first[0].strip(",").lower() in _ELSEWHERE.get(language, "").split()


def leans(text: str) -> bool:
    """Say whether a sentence points back to one that a reader of it alone does not see.

    >>> leans("In a statement posted on Chirp, she said the wall would be built.")
    True
    >>> leans("It is hoped that the wall will stand."), leans("This week the wall fell.")
    (False, False)
    """
    bare = text.lstrip("\"“”‘'([ ")
    if _EXPLETIVE.match(bare):
        return False
    if _POINTS_BACK.match(bare) and not _OF_ITS_OWN.match(bare):
        return True
    found = _PHRASE_THEN_PRONOUN.match(bare)
    if found is not None and not _TITLED.search(found["phrase"]) and not _means_nothing(bare, found.end()):
        return True
    if _IF_IT.match(bare):
        return True
    if _SAID_BY_PRONOUN.search(bare) and not (_SAID_BY_NAME.search(bare) or _TITLED.match(bare)):
        return True
    unnamed = _CLAUSE_WITH_PRONOUN.match(bare)
    return unnamed is not None and not _TITLED.search(bare)


def _means_nothing(text: str, end: int) -> bool:
    """The pronoun that ends there is the "it" of "…, it took eight hours"."""
    return _EXPLETIVE.match(text[end - len("it") :]) is not None


def dangles(text: str) -> bool:
    """Say whether the midst of a sentence speaks of "those companies" and has not named any.

    >>> dangles("In May the agency tapped three of those companies.")
    True
    >>> dangles("The agency has denied this.")
    True
    >>> dangles("They could hear tones that were quieter than those heard by the others.")
    False
    >>> dangles("The claims were checked, and these claims are wrong."), dangles("He died in May of that year.")
    (False, False)
    """
    if _ENDS_POINTING.search(text) or _LIKE_ANOTHER.search(text):
        return True
    for found in _THAT_THING.finditer(text):
        if (
            found["verb"].lower() not in lexicon.forms()
            and found["noun"][:_STEM] not in text[: found.start()].lower()
        ):
            return True
    for found in _DEMONSTRATIVE.finditer(text):
        noun = (found["noun"] or found["thing"]).lower()
        named = noun[:_STEM] in text[: found.start()].lower()
        if (
            not named
            and re.fullmatch(rf"(?:{_TIME}|day|night|time|point|end|way|matter|is|was)s?", noun) is None
        ):
            return True
    return False


def points(text: str) -> bool:
    """Say whether a sentence leans on something else than the person or body whose name stands before it.

    "The move" is let through: it is mostly what the whole article is about.

    >>> points("He will go."), points("The move failed."), points("That film was bad.")
    (False, False, True)
    """
    first = _PRONOUN_FIRST.match(text.lstrip("\"“‘'"))
    return leans(text) and (first is None or first["others"] is not None)


# "THE WAY OUT Plenty of people have": a heading that runs into the first sentence below it.
_HEADED = re.compile(r"(?:[A-Z][A-Z'’-]*\s+){2,6}(?=[A-Z][a-z’']+\s+[a-z])")
_WITH_ARTICLE = re.compile(r"(?:THE|AN)\s")
_LONG_HEADING = 3


def has_pronoun_first(text: str) -> bool:
    """Say whether it begins with a pronoun: "They're out of money"."""
    return _BARE_PRONOUN.match(trimmed(text)) is not None


_BARE_PRONOUN = re.compile(rf"(?:{_PRONOUNS})\b", re.IGNORECASE)


def trimmed(text: str) -> str:
    """Leave off a dateline or a connective in front, and begin with a capital.

    Nothing is left off where what follows would still lean on another sentence.

    >>> trimmed("Meanwhile, the mayor also backed the plan.")
    'The mayor also backed the plan.'
    >>> trimmed("PORT ELLAND, Nov 14 (HBN) - The wall fell in the night.")
    'The wall fell in the night.'
    >>> trimmed("HarbourNews.Net - The wall fell in the night, the mayor said.")
    'The wall fell in the night, the mayor said.'
    >>> trimmed("THE WAY OUT Plenty of people have left.")
    'Plenty of people have left.'
    >>> trimmed("But she did not.")
    'But she did not.'
    """
    dated = _DATELINE.match(text)
    if dated is not None and len(text) > 1.5 * dated.end():
        text = text[dated.end() :]
    headed = _HEADED.match(text)
    if headed is not None and (
        _WITH_ARTICLE.match(headed.group()) or len(headed.group().split()) >= _LONG_HEADING
    ):
        text = text[headed.end() :]
    rest = text
    while joined := _JOINS.match(rest):
        rest = rest[joined.end() :]
    # "So, in other words, the plan is off": one after the other, or none
    if rest == text or leans(rest):
        return text
    return rest[:1].upper() + rest[1:]
