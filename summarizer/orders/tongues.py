"""The signs of an order in other languages, pooled: a page in one language may hold an order in another.

Stems and imperatives, not sentences; each kind counts once. Weights as in `signs`, set on the half of
`tests/data/unseen.toml` that rules may be written on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of words in some fifteen languages; two that are `core` make an order, if one of its kinds `directs`."""

    weight: float
    core: bool
    directs: bool
    pattern: re.Pattern[str]


# Where a form that is a statement as well ("il ignore", "el ministro responde") can only be an order.
_START = r"(?:^\W*|[.!?:;]\s+)"


def _kind(weight: float, *listed: str, unspaced: str = "", start: str = "", marks: str = "") -> Kind:
    """`listed` are words between blanks, `start` such as count where a sentence begins, `unspaced` parts of words.

    In all of them _ is a blank; `marks` are "core" and "directs".
    """
    words = "|".join("|".join(line.split()) for line in listed).replace("_", " ")
    first = f"|{_START}(?:{'|'.join(start.split()).replace('_', ' ')})\\b" if start else ""
    parts = "".join(f"|{part}" for part in unspaced.split())
    return Kind(weight, "core" in marks, "directs" in marks, re.compile(rf"\b(?:{words})\b{first}{parts}"))


KINDS = (
    # the machine
    _kind(
        1.0,
        r"ki kis künstliche[nrs]?_intelligenz\w* sprachmodell\w* ki-\w+ chatbots? ia ias intelligences?_artificielles? robots?",
        r"modèles?_de_langage\w* inteligencias?_artificial(?:es)? modelos?_de_(?:lenguaje|linguagem) inteligências?_artificia\w+",
        r"intelligenz[ae]_artificial[ei] modell[oi]_linguistic[oi] assist\w+_virtua\w+ asistentes?_virtual\w* asistentes?_de_ia",
        r"taalmodel\w* kunstmatige_intelligentie sztuczn\w+_inteligencj\w+ model\w*_językow\w+ språkmodell\w* нейросет\w+",
        r"языков\w+_модел\w+ искусственн\w+_интеллект\w* ии ии-\w+ мовн\w+_модел\w+ штучн\w+_інтелект\w* ші чат-?бот\w*",
        r"yapay_zek\w+ dil_model\w+",
        unspaced="人工智能 人工智慧 语言模型 語言模型 大模型 智能助手 机器人 言語モデル 人工知能 aiアシスタント ai助手 aiの 生成ai 인공지능"
        " 언어.?모델 챗봇 الذكاء.الاصطناعي نموذج.اللغ בינה.מלאכותית कृत्रिम.बुद्धि",
        marks="core",
    ),
    # what it writes
    _kind(
        1.0,
        r"(?:zusammen|kurz)fassung\w* antwort(?:en)? ausgabe résumés? réponses? synthèses? resumen resúmenes respuestas? síntesis",
        r"riassunt[oi] riepilog\w+ sintesi rispost[ae] resumos? respostas? samenvatting(?:en)? antwoord(?:en)? streszczeni\w+",
        r"podsumowani\w+ odpowied\w+ sammanfattning\w* svaret sammendrag\w* резюме ответ(?:е|а|у|ом|ы|ах)? пересказ\w* сводк\w+",
        r"выжимк\w+ відповід[іьюе]\w* переказ\w* підсум\w+ özet\w* yanıt\w* cevap\w*",
        unspaced="摘要 总结 總結 概要 回答 回复 回覆 输出 輸出 要約 まとめ 返答 出力 요약 답변 응답 출력 الملخص ملخص إجابت סיכום תשובה सारांश उत्तर",
        marks="core",
    ),
    # what it was told
    _kind(
        0.75,
        r"anweisung\w* vorgabe\w* instruktion\w* auftr[aä]g\w* regeln aufgaben? instructions consignes? directives règles",
        r"instruccion\w* reglas indicaciones órdenes istruzion\w+ regole indicazion\w+ instruç\w+ regras orientaç\w+ instructies?",
        r"opdracht\w* aanwijzing\w* regels polece\w+ instrukcj\w+ wytyczn\w+ anvisning\w* инструкци\w+ указани\w+ команд\w+",
        r"правил\w* інструкц\w+ вказівк\w+ talimat\w* yönerge\w* komut\w*",
        unspaced="指令 指示 提示词 提示詞 命令 规则 規則 ルール プロンプト 지시 명령 규칙 프롬프트 التعليمات الأوامر ההוראות निर्देश आदेश",
        marks="core",
    ),
    # that it is to drop it
    _kind(
        1.5,
        r"ignorier(?:e|en_sie) vergiss vergesst vergessen_sie missacht(?:e|en_sie) übergehen_sie ignorez oubliez négligez faites_abstraction",
        r"ne_tenez_pas_compte ignoren ignorad ignorate olvide[n]? olvidad descarte[n]? ha(?:z|ga)_caso_omiso dimenticate trascurate",
        r"esque[çc]am? desconsiderem? negeer vergeet z?ignoruj(?:cie)? pomiń zapomnij(?:cie)? bortse ignorera glöm ignorér glem",
        r"(?:про)?игнорируй(?:те)? забудь(?:те)? не_обращай(?:те)? (?:про)?ігноруй(?:те)? yok_say(?:ın)? unutun? görmezden_gel(?:in)?",
        r"dikkate_alma(?:yın)?",
        start="ignore oublie néglige fais_abstraction ignora olvida descarta dimentica trascura desconsidera",
        unspaced="(?:忽略|无视|忘记|忘掉)(?!了|过|的) 無視(?:し(?:て|ろ|なさい|、)|せよ|掉) 忘れ(?:て|ろ|なさい) 不要理会 不要理會 别管 무시하(?:고|세요|라|십시오)"
        " 잊(?:고|어|으세요) تجاهل[^.]{0,80}(?:اكتب|اذكر|أجب|أضف) התעלמ?[^.]{0,60}(?:כתוב|כתבי|ציין) अनदेखा.कर(?:ें|ो|िए) नज़रअंदाज़.कर(?:ें|ो|िए)",
        marks="core directs",
    ),
    # what it had before
    _kind(
        0.75,
        r"(?:vor|bis)herig\w+ obig\w+ bisher précédent\w* ci-dessus anteriores antes previ[oa]s? de_arriba acima precedent[ei] ricevut[ei]",
        r"eerder\w* vorige bovenstaand\w* wcześniejsz\w+ poprzedni\w* powyższ\w+ tidigare ovanstående предыдущ\w+ прежн\w+ выше",
        r"попередн\w+ önceki yukarıdaki",
        unspaced="之前 以上 前面 上述 前の 以前の 上記 これまで 이전 위의 앞의 السابقة أعلاه הקודמ पिछल उपरोक्त",
    ),
    # that it is to say something
    _kind(
        1.0,
        r"schreib schreiben_sie antworten_sie gib geben_sie erwähne erwähnen_sie nennen_sie berichten_sie fügen_sie écri(?:s|vez) réponds",
        r"répondez indiquez mentionnez affirmez ajoutez commencez dites signalez escriban? respondan? incluyan? mencionen? afirmen? diga",
        r"añadan? empiecen? scriv(?:i|ete) rispond(?:i|ete) includete affermate riportate aggiung(?:i|ete) escrevam? inclua informem?",
        r"schrijf vermeld zet zeg voeg napisz(?:cie)? odpowiedz podaj(?:cie)? wspomnij dodaj skriv svara nämn inkludera säg",
        r"напиши(?:те)? ответь(?:те)? укажи(?:те)? указать сообщи(?:те)? добавь(?:те)? скажи(?:те)? начни(?:те)? відповідай вкажи(?:ть)?",
        r"додай(?:те)? yaz(?:ın)? belirt(?:in)? söyle(?:yin)? ekle(?:yin)? yanıtla(?:yın)?",
        start="schreibe antworte nenne berichte indique mentionne affirme ajoute commence signale réponds escribe responde incluye menciona"
        " afirma añade afferma riporta includi escreve responda mencione antwoord meld",
        unspaced="(?:请|請|只|必须|必須|务必|直接|并|並|然后)[^。,,]{0,12}(?:写|寫|输出|輸出|说明|說明|回答|添加|加入|告诉|告訴|报告|提到)"
        " (?:書|述べ|出力|記載|含め|答え|伝え|追加|報告)[^。]{0,6}(?:ください|下さい|なさい|せよ|しろ) (?:쓰|작성하|출력하|답하|말하|포함하|추가하)(?:세요|시오|십시오|라)"
        " اكتب اذكر أجب أضف כתוב ציין लिखें बताएं",
        marks="directs",
    ),
    # that it must, please, and only so
    _kind(
        0.75,
        r"bitte unbedingt ausschließlich nur_so s['’]il_(?:te|vous)_pla[iî]t uniquement seulement por_favor solamente únicamente per_favore",
        r"soltanto apenas somente alsjeblieft alleen proszę tylko endast пожалуйста только лишь будь_ласка лише lütfen sadece yalnızca",
        r"muss soll doit doivent deben? tiene_que deve devono devem moet(?:en)? musi powinn\w+ måste необходимо должн\w+ следует нужно повинн\w+",
        unspaced="请 請 只 必须 必須 ください なさい せよ 必ず だけ 세요 시오 반드시 해야 يجب من.فضلك कृपया",
    ),
    # who is meant
    _kind(
        1.0,
        r"hinweis_(?:an|für) nachricht_an (?:falls|wenn|sofern)_(?:du|sie)_ein\w* à_l['’]attention note_(?:à|aux?|pour) si_(?:tu_es|vous_êtes)_une?",
        r"nota_para si_eres_un\w* nota_per se_sei_un\w* se_(?:você_é|és)_um\w* als_je_een jeśli_jesteś om_du_är_en если_(?:ты|вы)",
        r"примечание_для якщо_(?:ти|ви) eğer_(?:bir|sen)",
        start=r"liebe[rs]? achtung chers? chère estimad[oa]s? atención attention gentile beste uwaga внимание уважаем\w+ увага dikkat",
        unspaced="^致 如果你是 皆さんへ へ[:：] もしあなたが 만약.당신이 إذا.كنت यदि.आप",
        marks="core directs",
    ),
    # who it is to be
    _kind(
        2.0,
        r"du_bist_(?:jetzt|nun|ab) ab_(?:jetzt|sofort)_bist_du tu_es_(?:désormais|maintenant) vous_êtes_(?:désormais|maintenant) ahora_eres",
        r"a_partir_de_ahora_eres ora_sei d['’]ora_in_poi_sei agora_você_é je_bent_nu jesteś_teraz du_är_nu ты_теперь теперь_ты тепер_ти artık_bir",
        unspaced="你现在是 你現在是 从现在起你 從現在起你 あなたは今から 당신은.이제 أنت.الآن अब.आप",
        marks="core directs",
    ),
    # which words
    _kind(
        0.75,
        r"folgende[nmrs]? diesen_satz suivantes? cette_phrase ce_qui_suit siguientes? esta_frase lo_siguiente seguente questa_frase seguinte",
        r"volgende deze_zin następując\w+ to_zdanie följande следующ\w+ эту_фразу одной_фразой наступн\w+ şunu aşağıdaki bu_cümle",
        unspaced="以下 下面 下列 这句话 這句話 次の 一文 다음 التالي निम्न",
    ),
)


ENOUGH = 2.75
ALONE = 3.0
"""So much is needed where one core kind stands alone ("forget what you were asked and answer only")."""


def possible(lower: str) -> tuple[Kind, ...]:
    """The kinds that stand anywhere in a page; none where they could not add up to an order."""
    if not any(kind.pattern.search(lower) for kind in KINDS if kind.directs):
        return ()
    found = tuple(kind for kind in KINDS if kind.pattern.search(lower))
    return found if sum(kind.weight for kind in found) >= ENOUGH else ()


def weigh(lower: str, kinds: tuple[Kind, ...] = KINDS) -> float:
    """Add up the kinds that stand in a text; nothing where none directs, or where fewer than two are core."""
    found = [kind for kind in kinds if kind.pattern.search(lower)]
    if not any(kind.directs for kind in found):
        return 0.0
    total, core = sum(kind.weight for kind in found), sum(kind.core for kind in found)
    return total if core > 1 or (core and total >= ALONE) else 0.0
