"""Quotation marks of what is printed: each with its other one, two apostrophes as the marks they stand for."""

from __future__ import annotations

import re

_OPENS = re.compile(r"(?:^|(?<=[\s(:\[—–-]))(?:''|``)(?=\S)")
_CLOSES = re.compile(r"(?<=\S)''(?!\w)")
_STRAIGHT_OPENS = re.compile(r'(?:^|[\s(:])"(?=\S)')
_STRAIGHT_CLOSES = re.compile(r'\S"(?=[\s,.;:)]|$)')
_SINGLE_CLOSED = re.compile(r"’(?!\w)")


def curled(text: str) -> str:
    """Print two apostrophes in a row as the quotation mark they stand for.

    >>> curled("The wall was ''a shame,'' Roe said.")
    'The wall was “a shame,” Roe said.'
    """
    return _CLOSES.sub("”", _OPENS.sub("“", text)) if "''" in text or "``" in text else text


def balanced(text: str) -> str:
    """Close a quotation that the sentence leaves open, and open one that it only closes.

    >>> balanced('Ann Roe said: "We will build it.')
    'Ann Roe said: "We will build it."'
    >>> balanced("Ann Roe said: ‘We will build it.")
    'Ann Roe said: ‘We will build it.’'
    >>> balanced('There was “no sign" of it, she said.')
    'There was “no sign" of it, she said.'
    """
    text = curled(text)
    if text[:1] == "”":
        # some pages open with it, too
        text = "“" + text[1:]
    odd = text.count('"') % 2
    open_, closed = text.count("“"), text.count("”")
    if odd and open_ != closed:
        # one of each kind: they are a pair
        return text
    if open_ > closed:
        return single(text) + "”"
    if closed > open_:
        return "“" + text
    if odd:
        opens, closes = _STRAIGHT_OPENS.search(text), _STRAIGHT_CLOSES.search(text)
        if opens and (not closes or opens.start() > closes.start() or text.count('"') > 1):
            return text + '"'
        return '"' + text
    return text if "“" in text else single(text)


def single(text: str) -> str:
    """Close a single mark that is left open, at the end."""
    opened = "‘" in text and not _SINGLE_CLOSED.search(text[text.rindex("‘") :])
    return text + "’" if opened else text
