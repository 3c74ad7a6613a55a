"""Articles as data: JSON with a text and what is known of it, or JSON Lines of several."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summarizer.errors import SourceError
from summarizer.source import dates, printed
from summarizer.source.loaded import Loaded

MOST_ARTICLES = 10_000
DEEPEST = 8

# Spellings without case, blanks, dashes and underscores, the likeliest first.
_TEXT = (
    "articlebody bodytext maintext fulltext plaintext cleanedtext text body content contenttext article story"
    " bodyhtml contenthtml html paragraphs description"
).split()
_TITLE = "title headline name".split()
_BYLINE = "byline bylines author authors by creator writer".split()
_PUBLISHED = (
    "published publishedat datepublished publishdate publisheddate publicationdate pubdate date"
    " firstpublished createdat timestamp"
).split()
_UPDATED = "updated updatedat datemodified modified modifiedat lastmodified dateupdated".split()
_SITE = "site sitename publisher publication outlet source".split()
_LANGUAGE = "language lang inlanguage".split()
_URL = "url link canonicalurl webpageurl sourceurl uri permalink".split()
_MARKUP = re.compile(
    r"<(?:p|br|div|span|a|h[1-6]|li|strong|em|b|i)\b[^<>]{0,500}>|</(?:p|div)>", re.IGNORECASE
)
_OPENS = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))')


def is_records(text: str) -> bool:
    """Say whether a text opens like JSON: an object with a name in quotation marks, or a list of objects."""
    return _OPENS.match(text.lstrip("\ufeff")) is not None


def read(text: str, name: str) -> Iterator[Loaded | SourceError]:
    """Read the articles, each called after its place where there are several.

    Raises SourceError for JSON that ends early or has no article in it.
    """
    found = list(_articles(_parsed(text.lstrip("\ufeff").strip(), name), 0))
    if not found:
        raise SourceError(
            f"{name} is JSON without an article: no text under text, body, content or the like",
            hint='give it as {"title": "…", "text": "…"}',
        )
    if len(found) > MOST_ARTICLES:
        raise SourceError(f"{name} holds more than {MOST_ARTICLES:,} articles", hint="split it")
    for number, article in enumerate(found, start=1):
        called = name if len(found) == 1 else f"{name}, article {number}"
        try:
            yield _loaded(article, called)
        except SourceError as error:
            yield error


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise SourceError(
            f"{name} is JSON nested too deeply", hint="give the article's text alone"
        ) from error
    except ValueError as error:
        problem = error
    lines = [line for line in text.splitlines() if line.strip()]
    made = []
    for number, line in enumerate(lines, start=1):
        try:
            made.append(json.loads(line, strict=False))
        except (ValueError, RecursionError) as error:
            if number == 1:
                where = f"line {problem.lineno}, " if isinstance(problem, json.JSONDecodeError) else ""
                said = str(getattr(problem, "msg", problem)).lower()
                raise SourceError(
                    f"{name} is JSON that is broken: {where}{said.removesuffix(' starting at')}",
                    hint="check that it was saved whole",
                ) from error
            raise SourceError(
                f"{name} is JSON Lines, and line {number} is broken", hint="check that it was saved whole"
            ) from error
    return made


def _key(name: str) -> str:
    return re.sub(r"[\s_:.-]", "", name).casefold().removeprefix("dc").removeprefix("og")


def _articles(node: object, depth: int) -> Iterator[dict[str, Any]]:
    """Objects with a text in them, outermost first: what stands in an article is no other article."""
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            yield from _articles(item, depth + 1)
    elif isinstance(node, dict):
        plain = {_key(str(key)): value for key, value in reversed(node.items())}
        if any(_text(plain.get(key)) for key in _TEXT):
            yield plain
        else:
            for value in node.values():
                if isinstance(value, dict | list):
                    yield from _articles(value, depth + 1)


def _text(value: object) -> str:
    """A text, or paragraphs of one; "" for what is neither."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value).strip()
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return "\n\n".join(filter(None, (_text(item.get("text")) for item in value))).strip()
    if isinstance(value, dict):
        return _text(value.get("text") or value.get("body") or value.get("rendered"))
    return ""


def _loaded(article: dict[str, Any], name: str) -> Loaded:
    text = next(found for key in _TEXT if (found := _text(article.get(key))))
    url = _first(article, _URL)
    loaded = Loaded(raw=text, name=name, notices=(), likely=printed.whole(text))
    if len(_MARKUP.findall(text[:20_000])) >= 2:
        from summarizer.source import page

        loaded = page.read_text(text, name)
        loaded = replace(loaded, likely=printed.whole(loaded.raw))
    language = _first(article, _LANGUAGE)[:2].lower()
    return replace(
        loaded,
        title=_first(article, _TITLE) or None,
        byline=_names(next((article[key] for key in _BYLINE if article.get(key)), ())),
        published=_moment(article, _PUBLISHED),
        updated=_moment(article, _UPDATED),
        site=_first(article, _SITE) or None,
        language=language if re.fullmatch("[a-z]{2}", language) else None,
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _first(article: dict[str, Any], keys: list[str]) -> str:
    return next((name for key in keys if (name := _name(article.get(key)))), "")


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("rendered")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    made: list[str] = []
    for name in map(_name, items):
        part = re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)
        made.extend(piece.strip() for piece in re.split(r",| and | & |;", part) if piece.strip())
    return tuple(dict.fromkeys(name for name in made if "@" not in name and len(name) < 100))


def _moment(article: dict[str, Any], keys: list[str]) -> Any:  # noqa: ANN401
    return next((found for key in keys if (found := dates.moment(article.get(key)))), None)
