"""Texts that are long in one way only: what makes a careless loop take the square of the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_SAID = "Mayor Ada Voss said on Monday that the swing bridge would close. "


def _of(part: str, before: str = _SAID, after: str = "") -> Callable[[int], str]:
    return lambda size: before + part * (size // len(part)) + after


def _new_names(size: int) -> str:
    """A name that was never named before, again and again."""
    first, second, third = "abcdefghijklmnopqrstuvwxyz", "aeiou", "bdfghklmnrst"
    names = (first[n % 26] + second[n // 26 % 5] + third[n // 130 % 12] for n in range(size // 18))
    return _SAID + " ".join(f"Ad{name} Voss said so." for name in names)


SHAPES: Mapping[str, Callable[[int], str]] = {
    "one long line": _of(_SAID),
    "one letter": _of("a"),
    "blanks": _of(" ", after=_SAID),
    "line breaks": _of("\r\n", after=_SAID),
    "opening marks": _of("“"),
    "closing marks": _of("”"),
    "straight marks": _of('"'),
    "apostrophes": _of("'a "),
    "one-word quotations": _of("“a” "),
    "open paragraphs": _of("“We will go on.\n\n"),
    "nested brackets": lambda size: _SAID + "(" * (size // 2) + ")" * (size // 2),
    "citations": _of("[1] "),
    "headlines": _of("A bridge for Port Ellan\n\n", after=_SAID),
    "digits": _of("1"),
    "figures": _of("1,2.3 "),
    "dates": _of("2 May 2026 "),
    "full stops": _of(". "),
    "dots": _of("."),
    "initials": _of("A. "),
    "one name": _of("Ada Voss "),
    "new names": _new_names,
    "cues": _of("he said "),
    "commas": _of(", "),
    "that": _of("that "),
    "short lines": _of("a\n"),
    "dashes": _of("— "),
    "colons": _of("a: "),
    "addresses": _of("http://a.invalid/ "),
    "capitals": _of("AB "),
    "corner brackets": _of("「だめだ」と市長は言った。"),
}

PAGES: Mapping[str, Callable[[int], str]] = {
    "deep": lambda size: "<html><body>" + "<div>" * (size // 11) + _SAID + "</div>" * (size // 11),
    "open tags": _of("<p><b>a", "<html><body>"),
    "many paragraphs": _of(f"<p>{_SAID}</p>", "<html><body>"),
    "one paragraph": _of(_SAID, "<html><body><p>"),
    "attributes": lambda size: (
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(size // 8)) + f">{_SAID}"
    ),
    "comments": _of("<!--", "<html><body>"),
    "entities": _of("&amp;", "<html><body><p>"),
    "links": _of("<a href=/x>Ferry runs late</a> ", "<html><body>"),
    "scripts": _of("<script>{</script>", "<html><body>"),
}

REPLIES: Mapping[str, Callable[[int], str]] = {
    "braces": _of("{", ""),
    "brackets": _of("[", '{"summary": '),
    "strings": _of('"', '{"summary": ['),
    "items": _of('{"text": "a", "sentences": [1]}, ', '{"summary": ['),
    "broken items": _of('{"text": "a" "sentences": [1]}, ', '{"summary": ['),
    "headings": _of('"summary": [', ""),
    "thoughts": _of("</think>", "{"),
    "escapes": _of("\\", '{"summary": ["'),
}
