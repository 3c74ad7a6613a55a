"""An article that wants to be more than text, and a note made of it."""

from __future__ import annotations

from summarizer import Article, Note, note, read_text
from tests.notes import claim, evidence, line, made, position

MARKUP = (
    "[click](https://evil.example/x)",
    "![pixel](https://evil.example/p.png)",
    "<script>alert(1)</script> <img src=x onerror=y>",
    "# Heading",
    "- item",
    "12. item",
    "> quote",
    "```fence",
    "*bold* _it_ ~~gone~~ **x**",
    "<https://evil.example> https://evil.example www.evil.example a@evil.example",
    "| a | b |",
    "[x]: https://evil.example",
    "&lt;b&gt; &#42;",
    "\\*not escaped\\*",
    "a\\",
    "[^1] and [!NOTE]",
    "--- *** ===",
    "[…](https://evil.example) […][x]",
    "`code` ``two`` `",
)

PAGE = (
    "<script>document.title = 'owned'</script>",
    "</script><script>document.title = 'owned'</script>",
    "</style><style>* { display: none }</style>",
    "</title></textarea></details></section><h1>Owned</h1>",
    "<img src=x onerror=\"document.title = 'owned'\">",
    "<svg/onload=alert(1)>",
    '" onmouseover="document.title = \'owned\'" x="',
    "' onfocus='document.title = 1' autofocus='",
    '<a href="javascript:alert(1)">read more</a> javascript:alert(1)',
    "<iframe src=//evil.invalid></iframe><base href=//evil.invalid/>",
    "<meta http-equiv=refresh content=0;url=//evil.invalid>",
    "<!-- <![CDATA[ ]]> -- >",
    "&lt;script&gt; &#x3c;script&#x3e; &amp;",
    "\u202egnp.exe\u202c right to left \u2066isolate\u2069",
    "\x1b[31mred\x1b[0m \x1b]8;;http://evil.invalid\x07link\x1b]8;;\x07 \x9b2J",
    "null \x00 escape \x08 form feed \x0c noncharacter \ufffe \uffff surrogate \ud800",
    "w:p </w:t></w:r> ]]> &w; \t tab",
)

TEXTS = MARKUP + PAGE


def article() -> Article:
    """Every text in a paragraph of its own; a lone surrogate, which no file can hold, apart."""
    lines = [
        f"The clerk of Port Ellan read item {n} aloud: {text} and sat." for n, text in enumerate(TEXTS, 1)
    ]
    return read_text("\n\n".join(lines).replace("\ud800", ""), name=f"{PAGE[0]}.txt")


def noted(of: Article | None = None) -> Note:
    """A note with every text in every place that text from outside can reach."""
    source = of if of is not None else article()
    proofs = tuple(
        evidence(s.number, s.start, source.raw[s.start : s.end]) for s in source.sentences[: len(TEXTS)]
    )
    doubt = note.Support(verdict="doubtful", score=0.5, problems=TEXTS)
    plain = made(
        headline=" ".join(TEXTS[:3]) + PAGE[3],
        summary=tuple(line(text, *proofs[:2], support=doubt) for text in TEXTS),
        claims=tuple(claim(text, *proofs, speaker=text) for text in TEXTS),
        positions=tuple(position(text, holder=text, role=text, issue=text) for text in TEXTS),
        set_aside=tuple(
            note.SetAside(kind="claim", text=text, reason=text, problems=(text,), speaker=text)
            for text in TEXTS
        ),
        warnings=TEXTS,
    )
    about = plain.article.model_copy(
        update={
            "name": PAGE[0],
            "byline": TEXTS,
            "site": PAGE[4],
            "language": PAGE[6],
            "cuts": tuple(note.CutOut(start=n, end=n + 1, reason=text) for n, text in enumerate(TEXTS)),
        }
    )
    by = plain.provenance.model_copy(
        update={"tool": PAGE[6], "backend": "openai", "model": PAGE[5], "input_sha256": source.sha256}
    )
    return Note.model_validate({**dict(plain), "article": about, "provenance": by})
