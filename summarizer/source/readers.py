"""From bytes of any kind to the articles in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.errors import SourceError
from summarizer.source import captions, encoding, kinds, mail, markdown, mojibake, records, walls
from summarizer.source.loaded import Loaded

_EMPTY = "paste the article's text into it"


def documents(
    data: bytes, name: str, *, declared: str | None = None, markup: bool = False
) -> Iterator[Loaded | SourceError]:
    """Read what the bytes hold: one article, or each of a mailbox or of JSON Lines.

    `declared` is the encoding the sender names, `markup` says that he calls it HTML, which is believed
    of what opens with a tag. Raises SourceError where the whole cannot be read; one article among
    several that cannot be is an error in its place.
    """
    if not data.strip():
        raise SourceError(f"{name} is empty", hint=_EMPTY)
    found = kinds.packed(data)
    if found is None and markup and data[:4096].lstrip().startswith(b"<"):
        found = "html"
    if found is None and (kind := kinds.recognise(data)) is not None:
        promised = kinds.promised(name)
        is_not = kinds.LABELS[promised] if promised and promised != "text" else "text"
        raise SourceError(f"{name} is {kind.label}, not {is_not}", hint=kind.hint)
    if found is not None:
        read = _packed(found, data, name, declared)
    else:
        text, notices = encoding.decode(data, name, declared)
        if not text.strip():
            raise SourceError(f"{name} holds nothing but white space", hint=_EMPTY)
        found = _written(text, name)
        read = (_noticed(one, notices) for one in _text(found, text, name))
    wrong = (
        (f"{name} is {kinds.LABELS[found]}, whatever its name says",)
        if kinds.contradicts(name, found)
        else ()
    )
    for one in read:
        yield one if isinstance(one, SourceError) else _checked(_noticed(one, wrong), found)


def _packed(
    found: kinds.Format, data: bytes, name: str, declared: str | None
) -> Iterator[Loaded | SourceError]:
    from summarizer.source import docx, epub, odt, page, pdf, rtf

    if found == "mailbox":
        yield from mail.mailbox(data, name)
    elif found == "html":
        yield page.read(data, name, declared)
    else:
        readers = {"pdf": pdf, "docx": docx, "odt": odt, "epub": epub, "rtf": rtf, "mail": mail}
        yield readers[found].read(data, name)


def _written(text: str, name: str) -> kinds.Format:
    if captions.is_captions(text):
        return "captions"
    if records.is_records(text):
        return "json"
    named = kinds.promised(name) == "markdown"
    return "markdown" if markdown.is_markdown(text, called_so=named) else "text"


def _text(found: kinds.Format, text: str, name: str) -> Iterator[Loaded | SourceError]:
    if found == "captions":
        yield captions.read(text, name)
    elif found == "json":
        yield from records.read(text, name)
    elif found == "markdown":
        yield markdown.read(text, name)
    else:
        yield Loaded(raw=text, name=name, notices=())


def _noticed(one: Loaded | SourceError, notices: tuple[str, ...]) -> Loaded | SourceError:
    if isinstance(one, SourceError) or not notices:
        return one
    return replace(one, notices=(*notices, *one.notices))


def _checked(one: Loaded | SourceError, found: kinds.Format) -> Loaded | SourceError:
    if isinstance(one, SourceError):
        return one
    if not one.raw.strip():
        return SourceError(f"{one.name} is {kinds.LABELS[found]} without text", hint=_EMPTY)
    mended = mojibake.repaired(one)
    return walls.looked_at(mended) if found in ("html", "text") else mended
