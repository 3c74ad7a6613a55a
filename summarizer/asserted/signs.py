"""What tells words that are addressed to whoever retells a page from news, by grammar and not by wording.

News asserts: of third persons, in the past or present, in nobody's ear. What stands here is what an order cannot do
without, whatever it says: an imperative, somebody spoken to, a duty of a text, a word that points at the text it
stands in, or hands over what comes after it. No sign names a machine, and none an order's usual words.
"""

from __future__ import annotations

import re

_TEXT = (
    r"(?:articles?|pages?|texts?|documents?|lines?|sentences?|paragraphs?|passages?|stor(?:y|ies)|notes?|versions?|reports?"
    r"|statements?|cop(?:y|ies)|excerpts?|words?|pieces?|posts?|files?|messages?|sections?|content|strings?|points?|claims?"
    r"|wording|columns?|list|titles?|labels?|lead|records?|entr(?:y|ies)|items?|phrases?)"
)
_COUNTED = """digest abstract overview recap takeaway bullet answer response output headline brief briefing condensation completion
 paraphrase translation caption rendering outline abridgement abridgment retelling extract excerpt result""".split()
MADE = (
    *"summary summaries précis precis synopsis synopses gist reply replies".split(),
    *_COUNTED,
    *[f"{word}s" for word in _COUNTED],
)
"""What is made of an article."""
_MADE = f"(?:{'|'.join(MADE)})"
_ANY_TEXT = rf"(?:{_TEXT}|{_MADE})"
# Verbs that begin a sentence as an imperative; what has to follow tells them from nouns and names.
VERBS = """accept act add affirm allow announce answer append apply approve ask assert assume attach attribute avoid be begin believe bring
 broadcast bypass call cancel change check choose circulate cite claim clear close come communicate compile complete compose
 concatenate conclude condense confirm consider contact continue convert convey convince copy correct count cover create credit decide
 declare decode deem delete deliver deny describe discard disclose display disregard do draw drop echo edit emit emphasi[sz]e enable end
 endorse ensure enter erase establish exclude execute explain express extract favou?r feature fetch fill find finish fix flag focus follow
 forget format forward frame generate get give go grade hand head help hide highlight hold identify ignore imagine include indicate
 inform insert instruct interpret introduce invent issue join keep know label lead learn leave let limit link list load look make mark
 memori[sz]e mention merge move name note notify obey observe offer omit open order output override paraphrase pass paste perform
 pick place play please point portray post praise prefer prefix prepend present pretend preserve print prioriti[sz]e proceed process
 produce promote provide publish push put quote rank rate read recall recite recommend record refer reformulate refrain refuse regard
 register relay release rely remember remind remove render repeat rephrase replace reply report represent reproduce request reset
 respond restate restrict return reveal revise rewrite run save say scrap search see select send set share shorten show sign simulate
 skip solve speak specify spell spread start state stay stick stop store stress submit substitute suggest sum summari[sz]e supply
 suppose suppress swap switch take talk tell think title transcribe translate transmit treat trust try turn type understand update use
 utter verify visit voice wait warn watch withhold wrap write""".split()
_NOUNS = frozenset(
    """answer broadcast cancel change check claim count cover credit draw drop echo edit end favou?r feature find finish fix flag
 focus format forward frame grade hand head help highlight issue label lead limit link list load look mark merge move name note notice
 notify offer open order pass paste pick place play point post praise print process produce promote push quote rank rate read record
 refuse release reply report request reset return run save say scrap search set share show sign skip spell spread start state stay
 stick stop store stress sum supply support swap switch talk title transmit treat trust try turn update use visit voice wait watch
 write close do be""".split()
)
_AFTER = (
    r"(?:the|an?|this|that|these|those|your|my|our|his|her|its|their|all|any|each|no|it|them|him|me|us|you|yourself|only|just|not"
    r"|nothing|exactly|as|what|whatever|whoever|with|to|how|whether|if|one|\w+ly|instead|never|always|so|like|here|back|into|about"
    r"|everything|everyone|anyone|step|first|mode|under|in full|verbatim|and)\b"
)
_VERB = rf"(?:{'|'.join(VERBS)})\b(?!['’-])(?: {_AFTER}|\s?:| [“\"])"
_LEAD = (
    r"(?:(?:please|kindly|now|then|and|but|so|just|simply|also|instead|first|finally|next|therefore|do not|don['’]t|never|always|only|or"
    r"|must|step \d+|task \d+|note|\w+ly),?:? )*"
)

SIGNS: dict[str, re.Pattern[str]] = {
    "imperative": re.compile(rf"^\W*{_LEAD}{_VERB}|(?:^|[.!?:;(\[–—] ?){_LEAD}{_VERB}"),
    "imperative behind": re.compile(
        rf"^\W*(?:if|when|where|before|after|as|for|in|at|to|whenever|once|while|should|from|with|by)\b[^.!?]*, {_LEAD}{_VERB}|, (?:please|just|simply) \w+|\b(?:and|then) (?:then )?{_VERB}"
    ),
    "forbids": re.compile(r"^\W*(?:please )?(?:do not|don['’]t|never)\b|\bno (?:other|more)\b"),
    "please": re.compile(r"\b(?:please|kindly)\b"),
    "you": re.compile(r"\b(?:you|yours|yourself|thou|thee|ye|you['’]\w+)\b"),
    "your": re.compile(r"\b(?:your|thy)\b"),
    "your text": re.compile(rf"\byour (?:\w+ ){{0,2}}{_ANY_TEXT}\b"),
    "you do": re.compile(
        r"\byou (?:must|should|shall|will|may|can|are|need|have|ought|could|would|now|only|always)\b|\bwould you\b|\bcould you\b|\bif you\b"
    ),
    "I": re.compile(r"\b(?:i|my|me|i['’]\w+)\b"),
    "we": re.compile(r"\b(?:we|our|us|we['’]\w+)\b"),
    "made text": re.compile(rf"\b{_MADE}\b"),
    "any made text": re.compile(rf"\b(?:any|every|each|all|whatever|whichever|no)(?: \w+)? {_ANY_TEXT}\b"),
    "this text": re.compile(rf"\b(?:this|these|the (?:present|current)) (?:\w+ )?{_ANY_TEXT}\b"),
    "beside": re.compile(
        rf"\b(?:the (?:following|preceding|next|previous|above|foregoing|last|rest of (?:the|this)))(?: \w+)? {_ANY_TEXT}\b|\bthe (?:\w+ )?{_ANY_TEXT} (?:above|below|that follows?|that comes|after this|before this)\b|\b(?:the )?(?:above|below)\b"
    ),
    "hands over": re.compile(
        r"\b(?:the following(?=\W*$|[:.,]| \w+[:.]?$| must| is\b| as\b| in\b| at\b| into\b| should| appear| without)|as follows|(?:what|that|which|words that) (?:comes? (?:next|here|now|after)|follows?)|follows? here|hereby|hereafter|herein)\b|\b(?:this|these|so|thus|here|words|with|is|be|reads?|says?|that|only|by|to|again|contain|include|must|line|sentence)\s?:|\b(?:this|these)\W*$"
    ),
    "colon": re.compile(r":\s*$"),
    "duty": re.compile(
        r"\b(?:must|shall|should|(?:has|have|is|are|needs?|ought|required|obliged|supposed|expected|going) to)\b"
    ),
    "condition": re.compile(
        r"^\W*(?:if|when|whenever|should|where|wherever|in case|before|once|unless|as (?:an?|the)|for (?:any|every|all|whoever|the)|to (?:any|every|all|who|the|be|prove|help)|any(?:one|body|thing)?|every(?:one|body)|all|whoever|whatever)\b"
    ),
    "only": re.compile(
        r"\b(?:only|nothing|exactly|verbatim|word for word|sole|solely|precisely|literally|nobody|no (?:more|less) than)\b"
    ),
    "asks": re.compile(r"\?\W*$"),
    "reports": re.compile(
        r"\b(?:said|says|told|asked|added|announced|according|warned|argued|wrote|reported|claimed|called|found|shows?|showed)\b"
    ),
    "past": re.compile(
        r"\b(?:was|were|had|did|has|have|been|\w{2,}ed|went|made|came|took|got|gave|left|held|won|lost|saw|kept|ran|began|became|thought|knew|felt|led|met|paid|sent|built|brought|grew|fell|rose|spoke)\b"
    ),
    "label": re.compile(r"^\W*(?:[\w’'/-]+ ){0,4}[\w’'/-]+(?: \([^)]*\)| \[[^\]]*\])?\s?:"),
    "opens with a verb": re.compile(
        rf"^\W*{_LEAD}(?:{'|'.join(v for v in VERBS if v not in _NOUNS)})\b(?!['’-]| ?[:,])"
    ),
    "points back": re.compile(
        rf"\b{_ANY_TEXT} (?:above|before this|preceding)\b|\b(?:above|preceding|previous|last) {_ANY_TEXT}\b"
    ),
    "verb first": re.compile(rf"^\W*(?:{'|'.join(VERBS)})\b(?!['’-])(?=[^:]*:\s*$)"),
    "retold": re.compile(
        r"\b(?:short(?:er|ened|est)?|brief(?:er)?|condensed|abridged|capsule|cut-down|text-only|(?:one|two|three)-line) (?:\w+ )?"
        r"(?:versions?|forms?|accounts?|editions?|texts?|words)\b|\babridg\w+|\bround-?ups?\b|\bwrit\w+ (?:\w+ )?up\b|\bboil\w*"
        r"|\bret(?:ell\w*|old)\b|\bparaphras\w+|\bcut (?:down|short)\b|\btrimm?(?:ed|ing)?\b|\bshorten\w*|\bcondens\w+"
        r"|\bcompress\w+|\bderived works?\b|\bautomat(?:ic|ed)\b|\b(?:hand|pass)(?:ed|ing)? (?:\w+ )?on\b|\brelay\w*|\brepeat\w*"
        r"|\bsum(?:s|med|ming)? (?:\w+ ){0,3}up\b|\bdrawn from\b|\bread (?:\w+ )?(?:out|aloud)\b|\b(?:leave|leaves|left) (?:\w+ )?out\b"
        r"|\bomit\w*"
    ),
    "here": re.compile(
        r"\b(?:you (?:have just|are) read\w*|reading (?:this|it|you)|this (?:sentence|paragraph|line|block|passage)|the foregoing"
        r"|around (?:it|this)|(?:next|previous|first|last) (?:line|p|sentence|paragraph|block))\b"
    ),
    "the one thing": re.compile(
        r"\b(?:one|only|single|main|real|plain|whole|right|true) (?:thing|point|fact|wish|line|sentence|answer|message|news|story)\b"
    ),
    "readers": re.compile(r"\b(?:readers?|whoever|anybody|those who|people who|systems?|services?|tools?)\b"),
    "small": re.compile(r"^\W*(?:[\w’'-]+\W+){0,2}[\w’'-]*\W*$"),
}

NAME = re.compile(r"(?<!^)(?<![.!?:“\"] )\b[A-Z][a-z]+")
