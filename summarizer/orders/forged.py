"""What imitates the form of a prompt, a reply or a program's record, whatever it says.

A reader of news meets none of it; a model takes it for the end of the article, for somebody's turn or for its own words.
"""

from __future__ import annotations

import codecs
import re

from summarizer.orders.phrases import phrase

_TAG = (
    r"(?:system|articles?|instructions?|prompts?|context|documents?|data|summar(?:y|ies)|claims?|content|points?|answers?|responses?|outputs?"
    r"|results?|assistant|user|human|turn|tasks?|inst|sys|source|text|config|policy|tools?|thinking|thought|message|query|question"
    r"|input|example|rules?|s|\w+[_-]\w[\w-]*)"
)
_ROLE = r"(?:assistant|AI|bot|chatbot|chatgpt|gpt|LLM)"
# What a table of facts may be headed by too: "System: PS5".
_ROLE_OF_MORE = r"(?:system|user|human|developer|operator|model)"
_LONG = r"(?=\s*(?:\S+\s+){4})"
_RECORD = (
    r"(?:final answer|thought|action(?: input)?|observation|tool (?:result|output|call)s?|function (?:result|call)s?|search results?"
    r"|retrieved (?:context|documents?|passages?)|example (?:in|out)puts?|expected (?:output|response|answer)s?|verifier|checker"
    r"|(?:model|system|assistant|ai|bot|llm) (?:output|response|answer|reply|summary)|prompt|instructions?|completion|end of turn)"
)
_MARKER = (
    r"(?:SYSTEM|PROMPT|INSTRUCTIONS?|ARTICLE|ADMIN|OVERRIDE|CONTEXT|INPUT|OUTPUT|DOCUMENT|USER|ASSISTANT|TASK|TRUSTED|UNTRUSTED|DATA"
    r"|RESPONSE|SUMMARY|SESSION|CONVERSATION|REQUEST)"
)

FORGED = phrase(
    "<| </ < [ { ## system assistant user human ai: ai> bot developer begin end_ model chatbot chatgpt gpt: operator llm reset http \\x \\u %2 %3 %6"
    " %7 &# final answer thought action observation tool function search retrieved example expected verifier checker prompt instruction"
    " completion info error warn debug $_ q: question user- :",
    # turns of a conversation, templates, tags of a prompt
    r"<\|?\s*/?\s*(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|end|start_of_turn"
    r"|end_of_turn)\b",
    r"<\|[^|<>\n]{1,40}\|>",
    r"\[/?INST\]|<<\s*/?SYS\s*>>",
    rf"</?\s*{_TAG}(?:\s[^<>\n]{{0,80}})?>",
    rf"^\W{{0,6}}{_ROLE}\s?(?:\([^()\n]{{0,40}}\)|(?:message|prompt|override|note|instruction|notice|request|reply|response))?\s*[:>\]]",
    rf"^\W{{0,6}}{_ROLE_OF_MORE}(?:\s?\([^()\n]{{0,40}}\)|\s(?:message|prompt|override|note|instruction|notice|request|reply|response))?\s*[:>\]]{_LONG}",
    rf"^\W{{0,6}}{_RECORD}\b(?:\s*[\[(][^\])\n]{{0,60}}[\])])?\s?[:>]",
    rf"\n\W{{0,6}}{_RECORD}\s?[:>]",
    r"(?<!#)#{2,9}\s*(?:instruction|system|response|input|output|assistant|task|new|user|prompt|context|answer|end)\b",
    rf"\b(?-i:BEGIN|END|START|STOP|NEW|RESET)\s+(?-i:OF\s+)?(?-i:THE\s+)?(?-i:{_MARKER})\b",
    rf"(?<![\[=*#<{{-])[\[=*#<{{-]{{2,80}}\s*(?-i:{_MARKER})\s+(?-i:BEGINS?|ENDS?|STARTS?|RESET|CLOSED|OVERRIDE|UPDATE|MODE)\b",
    rf"^\[(?-i:{_MARKER})\b[^\]\n]{{0,40}}\]",
    r"^\W{0,6}(?:system|assistant) (?:message|prompt|override)\b\s*[:>\]]",
    # JSON of a reply, whatever its fields are called, and what programs write
    r"[{\[,]\s*[\"“”']\w[\w -]{0,30}[\"“”']\s*:\s*(?:[\"“”'\[{\d]|true|false|null)",
    r"^[\"“”']\w[\w -]{0,30}[\"“”']\s*:\s*[\[{]",
    r"[{,]\s*[\"“”']?(?:summary|claims|positions|speaker|stance|holder|sentences|evidence|verdict)[\"“”']?\s*:\s*[\[{\"“”']",
    r"^(?:summary|output|answer|result|response|claims?|verdict|abstract|headline):\s*[|>][-+]?(?:\s|$)",
    r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+\[?(?:INFO|DEBUG|WARN|ERROR)",
    r"^(?:ERROR|WARNING|FATAL|EXCEPTION|HTTP)\s?\d{3}\b",
    r"^user-agent:",
    r"\{\{\s?[#/^>!]?\w+\s?\}\}|\{%\s?\w+",
    r"^\[//\]:\s?#",
    r"^\$ (?:curl|wget|python|echo|cat|pip|npm|bash|sh|llm)\s",
    # an address that would carry the reply away
    r"https?://\S+[?&]\w+=(?:\{|\[|<|%7B|SUMMARY|ARTICLE|DATA|HISTORY|CONVERSATION|PROMPT)",
    r"https?://\S+[?&]\w+=(?=\s)",
    # a question that only a program is asked
    r"^Q(?:uestion)?\s?[:.]\s?(?:please )?(?:summari[sz]e\b|what does (?:the|this) (?:article|text|page)\b)",
    # escapes that spell words
    r"(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}|&#\d{2,4};){4,}",
)

# Nothing forged is without one of these, and few paragraphs have one.
FORGES = re.compile(
    r"[<>|{}\[\]#:\\$%=*]|--|\b(?:BEGIN|END|START|STOP|NEW|RESET)\s|(?i:(?:error|warning|fatal|exception|http)\s?\d{3}|\bq(?:uestion)?\s?\.)"
)

# A line of the numbered list that the prompt prints, as it is and in the shapes that look like it.
NUMBERED = re.compile(
    r"(?:^\W{0,3}|[.!?][\"”’)]?\s+)(?:\[\[?\s?(?:[SL]|line|sentence|satz)?[ #]?\d{1,4}\s?\]\]?|【\s?\d{1,4}\s?】|<\d{1,4}>"
    r"|(?:sentence|line|satz|phrase)\s\d{1,4}\s?[:>|.)-]|[SL]\d{1,4}\s?[:>|)\]])(?=\s?[^\W\d])",
    re.IGNORECASE,
)
# A note of a text that has such numbers: "in 1931.[4]".
CITATION = re.compile(r"[\w.,”\"]\[\d{1,4}\]")
# Shapes that a list may have too: only a number without a neighbour is forged.
LIST_LIKE = re.compile(r"^(?:\((\d{1,3})\)|(\d{1,3})\s?[:|>]|S(\d{1,3}))\s(?=\W{0,2}[A-ZÀ-ÖØ-Þ])")

# Runs of base64 or hexadecimal; whether they spell words is for whoever decodes them to say.
BASE64 = re.compile(r"(?<![\w/+])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+])")
HEXADECIMAL = re.compile(r"\b(?:[0-9a-f]{2}\s?){14,}\b", re.IGNORECASE)
# Letters one by one: "I g n o r e", "i.g.n.o.r.e".
SPACED = re.compile(r"\b(?:[^\W\d_][ .·_-]{1,2}){11,}[^\W\d_]\b")
# Long words of an order as ROT13 and a mirror spell them.
_ORDERING = "instruction summar ignore previous output overview disregard respond reader message briefing nothing answer".split()
MIRRORED = tuple(spelt for word in _ORDERING for spelt in (codecs.encode(word, "rot13"), word[::-1]))
