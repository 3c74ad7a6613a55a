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
        if self.words and not any(word in lower for word in self.words):
            return False
        return self.pattern.search(text) is not None


def _phrase(words: str, *patterns: str) -> Phrase:
    """Join patterns that the same words call for; in `words` an underscore stands for a blank."""
    needed = tuple(word.replace("_", " ") for word in words.split())
    return Phrase(needed, re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE))


ENGLISH = (
    _phrase(
        "ignor disregard forget overrid bypass discard overlook delete skip drop attention not_follow not_obey t_follow t_obey not_use not_read stop_following",
        rf"{_START}(?:ignore|disregard|forget|override|bypass|discard|overlook|delete|skip|drop|pay no attention to"
        rf"|do not (?:follow|obey|use|read)|don['’]t (?:follow|obey|use|read)|stop following)\s+"
        rf"(?:\w+\s+){{0,4}}?(?:{_BEFORE}\s+(?:\w+\s+){{0,2}}?{_TEXT}|{_TEXT}\s+(?:\w+\s+){{0,2}}?(?:{_BEFORE}|before|you))",
        rf"{_START}(?:ignore|disregard|forget|discard)\s+(?:everything|anything|all|whatever)\b.{{0,40}}?"
        r"\b(?:above|before|below|so far|until now|said|told|written|else|article|instructions?)",
    ),
    _phrase(
        "_ai a.i llm language assistant chat bot summari model gpt claude gemini copilot automated machine agent",
        rf"\b(?:note|message|instructions?|attention|memo|hint|reminder|notice|command|request|warning)\s+"
        rf"(?:to|for)\s+(?:any|all|the|your|every|whichever|whatever)?\s*(?:\w+\s+)?{_MACHINE}\b",
        rf"(?:^|[.!?:]\s*)(?:dear|hey|hello|attention|hi|ok|okay)[,:]?\s+(?:the\s+|all\s+)?{_MACHINE}\b",
        rf"\b(?:if|when|since|because|as)\s+you(?:\s+are|['’]re)\s+(?:reading this and are\s+)?(?:an?\s+|the\s+)?{_MACHINE}\b",
        rf"\byou are (?:an?|the) (?:\w+\s+){{0,2}}{_MACHINE}\b",
        rf"(?:^|[.!?:]\s*){_MACHINE}s?\s*(?::|,\s*(?:please|you|ignore|report|say|write|add|do))",
        rf"\b(?:any|every|all|whatever)\s+{_MACHINE}\s+(?:reading|processing|summari[sz]ing|parsing|that read|who read)",
    ),
    _phrase(
        "you_are you're",
        r"\byou(?:\s+are|['’]re)\s+(?:now|from now on)\s+(?:an?|the|in|my)?\s*(?:\w+\s+){0,3}?(?:assistant|mode|AI|model|bot|editor"
        r"|writer|agent|DAN|unrestricted|jailbroken|free from)\b",
    ),
    _phrase(
        "summar repl answer response output briefing json claim list_of bullet completion",
        rf"(?:{_STRICT}|\b(?:and|then|now)\s+){_SAY}\b(?:(?![.!?]\s).){{0,90}}?\b(?:in|into|to|at|with|of|as|on)\s+(?:the\s+(?:start|end|top|beginning|first|last|front)\s+of\s+)?your\s+(?:\w+\s+)?{_REPLY}\b",
        rf"{_STRICT}{_SAY}\b(?:(?![.!?]\s).){{0,90}}?\b(?:in|into|to|at|with|on)\s+(?:the\s+(?:start|end|top|beginning|first|last|front)\s+of\s+)?(?:the|this|every|each|any|its)\s+(?:\w+\s+)?{_REPLY}\b",
        rf"{_STRICT}(?:leave|keep|omit|exclude|remove)\b(?:(?![.!?]\s).){{0,60}}?\b(?:from|of|in)\s+(?:your|the|any)\s+(?:\w+\s+)?{_REPLY}\b",
        rf"\b(?:your\s+(?:\w+\s+)?{_REPLY}|(?:the|every|any)\s+(?:\w+\s+)?(?:summar(?:y|ies)|output|json|briefing|claims? list|key claims))"
        r"\s+(?:of \w+ \w+\s+)?(?:must|should|shall|has to|have to|needs? to|is to|are to|will)\s+(?:only\s+|always\s+|also\s+|not\s+)?"
        r"(?:say|state|include|mention|begin|start|end|contain|read|report|list|name|be)\b",
        r"\b(?:when|while|before|after)\s+(?:you\s+)?(?:summari[sz](?:e|ing)|writing (?:the|your) summary|answering|replying|"
        r"processing this|reading this)\b.{0,80}\b(?:say|state|report|include|add|mention|do not|don['’]t|never|always|write|claim)",
    ),
    _phrase(
        "your the_system",
        r"\byour\s+(?:\w+\s+)?(?:task|job|role|goal|purpose|instructions?)\s+(?:now\s+)?(?:is|are)\s+(?:now\s+)?to\s+(?:say|report"
        r"|summari|write|output|ignore|include|repeat|print|claim|state|add|tell the reader)",
        r"\b(?:reveal|print|show|output|repeat|send|leak|expose)\s+(?:me\s+|us\s+)?(?:your\s+(?:\w+\s+)?|the\s+system\s+)(?:system prompt|prompt"
        r"|instructions?|api key|key|secrets?|configuration)\b",
        r"\byour (?:system prompt|training|guidelines|safety|instructions|programming|context window)\b",
    ),
    _phrase(
        "not_ n't never",
        r"(?:^|[.!?:]\s*)(?:please\s+)?(?:do not|don['’]t|never)\s+(?:mention|report|include|summari[sz]e|cite|quote|reveal|output)\b",
    ),
    _phrase(
        "summari treat_ report_th report_it describe_th read_this read_the regard_",
        rf"{_STRICT}(?:summari[sz]e|report|describe|treat|read|regard)\s+(?:this|the|it)\s*(?:article|text|story|page|report|document"
        r"|news|content|sentence|line)?\s+as\b",
    ),
    _phrase(
        "say_ state_ report_ claim_ write_ repeat_ conclude_",
        rf"{_STRICT}(?:report|state|say|claim|write|repeat|conclude)\s+(?:only\s+|just\s+|instead\s+|exactly\s+)*that\b",
    ),
    _phrase(
        "the_following this_sentence this_line this_claim this_text this_link exactly _only with_the_word with_word with_the_sentence with_the_text",
        rf"{_STRICT}(?:report|state|say|write|repeat|output|print|reply|respond|answer|add|include|insert)\s+(?:only\s+|just\s+|with\s+)*"
        r"(?:the following|this (?:sentence|line|claim|text|link)|exactly|only|with (?:the )?(?:word|sentence|text))\b",
    ),
    _phrase(
        "above before below so_far",
        r"\b(?:the\s+)?(?:sentences?|text|article|paragraphs?|lines?|instructions?|story|report)\s+(?:above|before|below|so far)\s+"
        r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:false|wrong|fake|void|a test|tests|outdated|obsolete|superseded|cancelled|incorrect"
        r"|withdrawn|not true|untrue|only|to be)",
    ),
    _phrase(
        "the_real the_true the_actual the_correct the_only the_final the_official",
        r"\bthe\s+(?:real|true|actual|correct|corrected|only|final|official)\s+(?:article|news|story|text|version|summary|headline"
        r"|instructions?|claim|facts?)\s+(?:is|are|begins?|starts?|follows?|reads?|says?)\b",
    ),
    _phrase(
        "end_of start_of begin",
        r"\b(?:end|start|beginning|begin)\s+of\s+(?:the\s+)?(?:article|document|data|input|untrusted|user input|system|prompt|context)\b",
    ),
    _phrase(
        "instruction prompt",
        r"\b(?:instructions?|prompts?|rules)\s+(?:that\s+|which\s+)?you\s+(?:were|have been|had been|are|received|got|have|follow)\b",
        r"\b(?:new|updated|additional|further|important|special|secret|hidden|admin|system|developer)\s+(?:system\s+)?instructions?\s*"
        r"(?::|for you|follow|to follow)",
    ),
    _phrase(
        "editor developer administrator owner operator publisher user creator engineer moderator supervisor",
        r"\b(?:I am|I['’]m|this is|as|speaking as|signed,?)\s+(?:your|the|an?)\s+(?:\w+\s+)?(?:editor|developer|administrator|owner"
        r"|operator|publisher|user|creator|engineer|moderator|supervisor)\b.{0,80}?\b(?:I (?:order|ask|tell|instruct|want|need|approve"
        r"|authori[sz]e)|you (?:must|should|shall|are|may|will|can)|please|instruct|add|replace|change|report that|publish|approved)",
    ),
    _phrase(
        "decode decipher base64 rot13 rot-13 unhex un-hex",
        r"\b(?:decode|decipher|base64|rot-?13|un-?hex)\b.{0,60}\b(?:follow|obey|instruction|execute|this|the following|string|text)\b",
    ),
    _phrase(
        "http",
        r"\b(?:visit|open|fetch|load|click|follow|request|go to)\b.{0,40}https?://.{0,80}\b(?:data|summary|article|key|contents?|append)",
    ),
)

LATIN = _phrase(
    "ignor missacht vergiss vergessen überspring zusammenfassung antwort ausgabe hinweis nachricht anweisung oubli néglig"
    " ne_su ne_te résumé réponse sortie modèle assistant intelligence olvid descart no_sig resumen respuesta salida para"
    " dimentica riassunto riepilogo sintesi risposta esque resumo resposta negeer vergeet sla samenvatting pomiń zapomnij"
    " önceki yukarıdaki _ia",
    # German
    r"\b(?:ignorier(?:e|en Sie|t)?|missacht(?:e|en Sie)|vergiss|vergessen Sie|überspring(?:e|en Sie))\b.{0,50}\b(?:anweisung|"
    r"instruktion|vorherig|obig|bisherig|sätze|text|regeln)",
    r"\b(?:schreib(?:e|en Sie)?|füg(?:e|en Sie)?|nenn(?:e|en Sie)?|bericht(?:e|en Sie)|gib|geben Sie|behaupt(?:e|en Sie))\b.{0,70}\b(?:"
    r"zusammenfassung|antwort|ausgabe)\b",
    r"\b(?:hinweis|nachricht|anweisung)\s+(?:an|für)\s+(?:die\s+|den\s+|alle\s+|jede\s+)?(?:KI|künstliche|sprachmodell|assistent|chatbot)",
    # French
    r"\b(?:ignor(?:e|ez)|oubli(?:e|ez)|néglig(?:e|ez)|ne (?:suis|suivez|tenez) pas)\b.{0,50}\b(?:instructions?|consignes?|précédent|"
    r"ci-dessus|phrases|texte)",
    r"\b(?:écri(?:s|vez)|ajout(?:e|ez)|indiqu(?:e|ez)|mentionn(?:e|ez)|répond(?:s|ez)|affirm(?:e|ez))\b.{0,70}\b(?:résumé|réponse|sortie)\b",
    r"\b(?:note|message|instructions?)\s+(?:à|aux?|pour)\s+(?:l['’]|la |le |les |toute )?\s*(?:IA|modèles?|assistants?|intelligence)",
    # Spanish
    r"\b(?:ignor(?:a|e|en|ad)|olvid(?:a|e|en)|descart(?:a|e|en)|no sigas?)\b.{0,50}\b(?:instruc|anterior|previas?|frases|texto|reglas)",
    r"\b(?:escrib(?:e|a|an)|añad(?:e|a|an)|incluy(?:e|a|an)|menciona|mencione|respond(?:e|a)|afirma|afirme)\b.{0,70}\b(?:resumen|respuesta|salida)\b",
    r"\b(?:nota|mensaje|instrucciones)\s+para\s+(?:la |el |los |las |cualquier )?(?:IA|modelos?|asistentes?|inteligencia)",
    # Italian, Portuguese, Dutch
    r"\b(?:ignor(?:a|ate|i)|dimentica(?:te)?)\b.{0,50}\b(?:istruzioni|precedent|frasi|testo|regole)",
    r"\b(?:scriv(?:i|ete)|aggiung(?:i|ete)|includ(?:i|ete)|riport(?:a|ate))\b.{0,70}\b(?:riassunto|riepilogo|sintesi|risposta)\b",
    r"\b(?:ignor(?:e|em|ar)|esqueç(?:a|am))\b.{0,50}\b(?:instruç|anterior|frases|texto|regras)",
    r"\b(?:escrev(?:a|am)|inclu(?:a|am)|adicion(?:e|em)|respond(?:a|am))\b.{0,70}\b(?:resumo|resposta)\b",
    r"\b(?:negeer|vergeet|sla)\b.{0,50}\b(?:instructies|aanwijzingen|vorige|bovenstaande|zinnen|regels)",
    r"\b(?:schrijf|voeg|vermeld|antwoord)\b.{0,70}\b(?:samenvatting|antwoord)\b",
    # Polish, Turkish
    r"\b(?:zignoruj|ignoruj|pomiń|zapomnij)\b.{0,50}\b(?:instrukcj|poprzedni|powyższ|polece)",
    r"\b(?:önceki|yukarıdaki)\b.{0,40}\b(?:talimat|cümle|yönerge).{0,30}\b(?:yok say|unut|görmezden|dikkate alma)",
)

OTHER_SCRIPTS = _phrase(
    "",
    # Russian, Ukrainian
    r"(?:игнорируй|проигнорируй|забудь|не обращай).{0,50}(?:инструкци|предыдущ|указани|выше|предложени)",
    r"(?:напиши|добавь|укажи|сообщи|ответь).{0,70}(?:резюме|ответ|сводк|пересказ)",
    r"(?:ігноруй|проігноруй|забудь).{0,50}(?:інструкц|попередн|вказівк)",
    # Arabic, Hebrew, Chinese, Japanese, Korean, Hindi
    r"(?:تجاهل|انس|أهمل).{0,40}(?:التعليمات|السابقة|أعلاه|الأوامر)",
    r"(?:התעלם|התעלמי|שכח).{0,40}(?:ההוראות|הקודמות|לעיל)",
    r"(?:忽略|无视|無視|忘记|忘記|不要理会).{0,20}(?:指令|指示|以上|之前|前面|上述|内容|規則|规则)",
    r"(?:在|于).{0,6}(?:摘要|总结|總結|回答|回复).{0,8}(?:中|里|裡).{0,10}(?:写|寫|加入|说明|包含|报告|添加)",
    r"(?:以前|上記|これまで|前)の?(?:の|すべての)?(?:指示|命令|文|内容|ルール).{0,10}(?:無視|忘れ)",
    r"(?:要約|回答|出力)(?:に|には|では).{0,30}(?:書|記載|含め|追加|報告|述べ)",
    r"(?:이전|위의|앞의|지금까지의).{0,12}(?:지시|명령|문장|내용|규칙).{0,8}(?:무시|잊)",
    r"(?:पिछले|पूर्व|उपरोक्त|ऊपर).{0,20}(?:निर्देश|आदेश|वाक्य).{0,12}(?:अनदेखा|नज़रअंदाज़|भूल)",
)

FORGED = _phrase(
    "<| </ <s <a <i <p <d <c << [ { ## system assistant user: user_m user> human: ai: ai> developer begin end_s end_p end_i end_a http \\x \\u %2 %3 %6 %7 &#",
    # turns of a conversation, templates, tags of a prompt
    r"<\|?\s*/?\s*(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text)\b",
    r"\[/?INST\]|<<\s*/?SYS\s*>>|</?s>|</?\s*(?:system|article|instructions?|prompt|context|document|data|summary|claims)\s*>",
    r"^\W{0,6}(?:system|assistant|user|developer|human|AI)(?:\s+(?:message|prompt|override|note|instruction|notice))?\s*[:>\]]",
    r"#{2,}\s*(?:instruction|system|response|input|assistant|task|new)\b",
    r"\b(?:BEGIN|END)\s+(?:SYSTEM|PROMPT|INSTRUCTIONS?|ARTICLE|ADMIN|OVERRIDE)\b",
    r"\b(?:system|assistant) (?:message|prompt|override)\b",
    # JSON of a reply
    r"[{,]\s*[\"“”']?(?:summary|claims|positions|speaker|stance|holder|sentences|evidence|verdict)[\"“”']?\s*:\s*[\[{\"“”']",
    # a line of the numbered list that the prompt prints
    r"^\W{0,3}\[\d{1,4}\]\s",
    # an address that would carry the reply away
    r"https?://\S+[?&]\w+=(?:\{|\[|<|%7B|SUMMARY|ARTICLE|DATA)",
    # escapes that spell words
    r"(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}|&#\d{2,4};){4,}",
)

# What an order announces comes after it.
ANNOUNCES = re.compile(r"\b(?:following|below|follows|next|hereafter|as follows)\b|:\s*$", re.IGNORECASE)

# Runs of base64 or hexadecimal; whether they spell words is for whoever decodes them to say.
BASE64 = re.compile(r"(?<![\w/+])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+])")
HEXADECIMAL = re.compile(r"\b(?:[0-9a-f]{2}\s?){14,}\b", re.IGNORECASE)
