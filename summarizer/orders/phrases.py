"""Phrases that address a machine: what a person writes into a page for whoever summarises it.

Each pattern asks for an order and for its object (instructions, the summary, the sentences above),
because every word alone is news: drivers ignore rules, courts give instructions, editors add notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MACHINE = (
    r"(?:A\.?I\.?s?|LLMs?|(?:large |AI )?language[- ]models?|(?:AI |digital |virtual )?assistants?|chat ?bots?|bots?"
    r"|summari[sz]ers?|summari[sz]ation (?:tool|system|model|engine)s?|(?:AI |neural )?models?|GPT(?:-?\d\w*)?"
    r"|ChatGPT|Claude|Gemini|Copilot|automated (?:reader|system|tool)s?|machines?|agents?)"
)
_TEXT = (
    r"(?:instructions?|prompts?|guidelines?|directions|directives|commands?|sentences?|paragraphs?|messages?|context"
    r"|system prompt|rules|text|article|content|lines)"
)
_BEFORE = (
    r"(?:previous|prior|above|earlier|preceding|foregoing|former|original|existing|initial|other|system)"
)
_REPLY = (
    r"(?:summar(?:y|ies)|repl(?:y|ies)|answers?|responses?|outputs?|briefing|json|claims? list|list of claims"
    r"|positions? list|list of positions|bullet points?|key claims|completion)"
)
_SAY = (
    r"(?:say|write|state|report|claim|add|include|insert|append|mention|put|place|list|output|print|return|reply"
    r"|respond|answer|begin|start|end|conclude|attribute|give|quote|record|repeat|present|use)"
)
# Where an order begins: at the start, behind punctuation, "please" or a word for who is meant.
_START = (
    r"(?:^|[.!?:;,–—>*#\]\)]\s*|[\"“'‘«]\s*|\b(?:please|now|you (?:must|should|shall|will|need to|have to|are to|can)"
    r"|must|and|then|to|instead|simply|just|always|only)\s+)"
)
# The same where the words themselves are ordinary: "it is fair to say that" is no order, "Say that" is one.
_STRICT = (
    r"(?:^|[.!?:]\s*|\bplease,?\s+|\byou (?:must|should|shall|will|need to|have to|are to)\s+|\binstead,?\s+)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, and words of which a text must hold one (in lower case) for it to be worth a try.

    Looking for a word takes a fiftieth of the time of looking for a pattern.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def within(self, text: str, lower: str) -> bool:
        """Say whether `text`, whose lower case is `lower`, holds the pattern."""
        return self.possible(lower) and self.pattern.search(text) is not None

    def possible(self, lower: str) -> bool:
        """Say whether a text in lower case holds one of the words."""
        # a loop, for it is asked hundreds of times an article and a generator takes three times as long
        for word in self.words:
            if word in lower:
                return True
        return not self.words


def phrase(words: str, *patterns: str) -> Phrase:
    """Join patterns that the same words call for; in `words` an underscore stands for a blank."""
    needed = tuple(word.replace("_", " ") for word in words.split())
    return Phrase(needed, re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE))


ENGLISH = (
    phrase(
        "ignor disregard forget overrid bypass discard overlook delete skip drop attention not_follow not_obey t_follow t_obey not_use not_read stop_following",
        rf"{_START}(?:ignore|disregard|forget|override|bypass|discard|overlook|delete|skip|drop|pay no attention to"
        rf"|do not (?:follow|obey|use|read)|don['’]t (?:follow|obey|use|read)|stop following)\s+"
        rf"(?:\w+\s+){{0,4}}?(?:{_BEFORE}\s+(?:\w+\s+){{0,2}}?{_TEXT}|{_TEXT}\s+(?:\w+\s+){{0,2}}?(?:{_BEFORE}|before|you))",
        rf"{_START}forget\s+(?:everything|anything|all|whatever)\b.{{0,40}}?\b(?:above|below|so far|until now|article|instructions?)",
        rf"{_START}(?:ignore|disregard|discard)\s+(?:everything|anything|all|whatever)\b.{{0,40}}?"
        r"\b(?:above|before|below|so far|until now|said|told|written|else|article|instructions?)",
    ),
    phrase(
        "_ai a.i llm language assistant chat bot summari model gpt claude gemini copilot automated machine agent",
        rf"\b(?:note|message|instructions?|attention|memo|hint|reminder|notice|command|request|warning)\s+"
        rf"(?:to|for)\s+(?:any|all|the|your|every|whichever|whatever)?\s*(?:\w+\s+)?{_MACHINE}\b",
        rf"(?:^|[.!?:]\s*)(?:dear|hey|hello|attention|hi|ok|okay)[,:]?\s+(?:the\s+|all\s+)?{_MACHINE}\b",
        rf"\b(?:if|when|since|because|as)\s+you(?:\s+are|['’]re)\s+(?:reading this and are\s+)?(?:an?\s+|the\s+)?{_MACHINE}\b",
        rf"\byou are (?:an?|the) (?:\w+\s+){{0,2}}{_MACHINE}\b",
        rf"(?:^|[.!?:]\s*){_MACHINE}s?\s*,\s*(?:please|you|ignore|report|say|write|add|do)\b",
        r"(?:^|[.!?:]\s*)(?:A\.?I\.?s?|LLMs?|(?:AI )?(?:assistants|agents|models)|chat ?bots?|bots?|summari[sz]ers?|(?:Chat)?GPTs?)\s*:",
        rf"\b(?:any|every|all|whatever)\s+{_MACHINE}\s+(?:summari[sz]ing|(?:reading|processing|parsing|(?:that|who) (?:reads?|process(?:es)?|summari[sz]es?))\s+(?:this|the (?:page|article|text|document)))",
    ),
    phrase(
        "you_are you're",
        r"\byou(?:\s+are|['’]re)\s+(?:now|from now on)\s+(?:an?|the|in|my)?\s*(?:\w+\s+){0,3}?(?:assistant|mode|AI|model|bot|editor"
        r"|writer|agent|DAN|unrestricted|jailbroken|free from)\b",
    ),
    phrase(
        "summar repl answer response output briefing json claim list_of bullet completion",
        rf"(?:{_STRICT}|\b(?:and|then|now)\s+){_SAY}\b(?:(?![.!?]\s).){{0,90}}?\b(?:in|into|to|at|with|of|as|on)\s+(?:the\s+(?:start|end|top|beginning|first|last|front)\s+of\s+)?your\s+(?:\w+\s+)?{_REPLY}\b",
        rf"{_STRICT}{_SAY}\b(?:(?![.!?]\s).){{0,90}}?\b(?:in|into|to|at|with|on)\s+(?:the\s+(?:start|end|top|beginning|first|last|front)\s+of\s+)?(?:the|this|every|each|any|its)\s+(?:\w+\s+)?{_REPLY}\b",
        rf"{_STRICT}(?:leave|keep|omit|exclude|remove)\b(?:(?![.!?]\s).){{0,60}}?\b(?:from|of|in)\s+(?:your|the|any)\s+(?:\w+\s+)?{_REPLY}\b",
        rf"\b(?:your\s+(?:\w+\s+)?{_REPLY}|(?:the|every|any)\s+(?:\w+\s+)?(?:summar(?:y|ies)|output|json|briefing|claims? list|key claims))"
        r"\s+(?:of \w+ \w+\s+)?(?:must|should|shall|has to|have to|needs? to|is to|are to|will)\s+(?:only\s+|always\s+|also\s+|not\s+)?"
        r"(?:say|state|include|mention|begin|start|end|contain|read|report|list|name|be (?:exactly|only|limited|this|the))\b",
        r"\b(?:when|while|before|after)\s+(?:you\s+)?(?:summari[sz](?:e|ing)|writing (?:the|your) summary|answering|replying|"
        r"processing this|reading this)\b.{0,80}\b(?:say|state|report|include|add|mention|do not|don['’]t|never|always|write|claim)",
    ),
    phrase(
        "your the_system",
        r"\byour\s+(?:\w+\s+)?(?:task|job|role|goal|purpose|instructions?)\s+(?:now\s+)?(?:is|are)\s+(?:now\s+)?to\s+(?:say|report"
        r"|summari|write|output|ignore|include|repeat|print|claim|state|add|tell the reader)",
        r"\b(?:reveal|print|show|output|repeat|send|leak|expose)\s+(?:me\s+|us\s+)?(?:your\s+(?:\w+\s+)?|the\s+system\s+)(?:system prompt|prompt"
        r"|instructions?|api key|key|secrets?|configuration)\b",
        r"\byour (?:system prompt|training|guidelines|safety|instructions|programming|context window)\b",
    ),
    phrase(
        "not_ n't never",
        r"(?:^|[.!?:]\s*)(?:please\s+)?(?:do not|don['’]t|never)\s+(?:mention|report|include|summari[sz]e|cite|quote|reveal|output)\b",
    ),
    phrase(
        "summari treat_ report_th report_it describe_th read_this read_the regard_",
        rf"{_STRICT}(?:summari[sz]e|report|describe|treat|read|regard)\s+(?:this|the|it)\s*(?:article|text|story|page|report|document"
        r"|news|content|sentence|line)?\s+as\b",
    ),
    phrase(
        "say_ state_ report_ claim_ write_ repeat_ conclude_",
        rf"{_STRICT}(?:report|state|say|claim|write|repeat|conclude)\s+(?:only\s+|just\s+|instead\s+|exactly\s+)*that\b",
    ),
    phrase(
        "the_following this_sentence this_line this_claim this_text this_link exactly _only with_the_word with_word with_the_sentence with_the_text",
        rf"{_STRICT}(?:report|state|say|write|repeat|output|print|reply|respond|answer|add|include|insert)\s+(?:only\s+|just\s+|with\s+)*"
        r"(?:the following|this (?:sentence|line|claim|text|link)|exactly|only|with (?:the )?(?:word|sentence|text))\b",
    ),
    phrase(
        "above before below so_far",
        r"\b(?:the\s+)?(?:sentences?|text|article|paragraphs?|lines?|instructions?|story|report)\s+(?:above|before|below|so far)\s+"
        r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:false|wrong|fake|void|a test|tests|outdated|obsolete|superseded|cancelled|incorrect"
        r"|withdrawn|not true|untrue|only|to be)",
    ),
    phrase(
        "the_real the_true the_actual the_correct the_only the_final the_official",
        r"\bthe\s+(?:real|true|actual|correct|corrected|only|final|official)\s+(?:article|news|story|text|version|summary|headline"
        r"|instructions?|claim|facts?)\s+(?:is|are|begins?|starts?|follows?|reads?|says?)\b",
    ),
    phrase(
        "end_of start_of begin",
        r"\b(?:end|start|beginning|begin)\s+of\s+(?:the\s+)?(?:article|document|data|input|untrusted|user input|system|prompt|context)\b",
    ),
    phrase(
        "instruction prompt",
        r"\b(?:instructions?|prompts?|rules)\s+(?:that\s+|which\s+)?you\s+(?:were|have been|had been|are|received|got|have|follow)\b",
        r"\b(?:new|updated|additional|further|important|special|secret|hidden|admin|system|developer)\s+(?:system\s+)?instructions?\s*"
        r"(?::|for you|follow|to follow)",
    ),
    phrase(
        "editor developer administrator owner operator publisher user creator engineer moderator supervisor",
        r"\b(?:I am|I['’]m|this is|as|speaking as|signed,?)\s+(?:your|the|an?)\s+(?:\w+\s+)?(?:editor|developer|administrator|owner"
        r"|operator|publisher|user|creator|engineer|moderator|supervisor)\b.{0,80}?\b(?:I (?:order|ask|tell|instruct|want|need|approve"
        r"|authori[sz]e)|you (?:must|should|shall|are|may|will|can)|please|instruct|add|replace|change|report that|publish|approved)",
    ),
    phrase(
        "decode decipher base64 rot13 rot-13 unhex un-hex",
        r"\b(?:decode|decipher|base64|rot-?13|un-?hex)\b.{0,60}\b(?:follow|obey|instruction|execute|this|the following|string|text)\b",
    ),
    phrase(
        "http",
        r"\b(?:visit|open|fetch|load|click|follow|request|go to)\b.{0,40}https?://.{0,80}\b(?:data|summary|article|key|contents?|append)",
    ),
)

# What an order announces comes after it.
ANNOUNCES = re.compile(
    r"\b(?:following|below|follows|next|hereafter|hereunder|here)\b|\bafter this\b|\b(?:this|these|so)\W*$|:\s*$|(?<![.!?…\"”'’)])\s*$",
    re.IGNORECASE,
)
# And what it points back to comes before it.
POINTS_BACK = re.compile(
    r"\b(?:sentence|line|statement|paragraph|words|passage) (?:above|before this|preceding)\b", re.IGNORECASE
)
