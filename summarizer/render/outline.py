"""What a printed page holds, in what order and in which words; how it looks is the printers' part.

A note is laid out by `of_note`; whatever else can be laid out so is printed by the same printers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """A place in a text and what stands there.

    `text` is all of it, `more` what it says that the item has not printed: empty when it is all
    there. `source` names the text where there are several.
    """

    sentence: int
    start: int
    end: int
    more: str
    text: str
    source: str = ""

    @property
    def place(self) -> str:
        """The place as it is printed: `12:345-400`, behind the name of the source if there is one."""
        place = f"{self.sentence}:{self.start}-{self.end}"
        return f"{self.source} {place}" if self.source else place

    @property
    def name(self) -> str:
        """The place as it is told: `sentence 12`."""
        return f"{self.source} sentence {self.sentence}".strip()


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page: `lead` is who (set off), `link` joins it to `text`.

    `who` is the whole name to filter by, empty where there is nobody. `doubt` is empty for
    what the article supports; `mark` says what a reader has to know about the item besides.
    `parts` are lines beneath this one, as the sides of a difference.
    """

    lead: str
    link: str
    text: str
    who: str = ""
    doubt: str = ""
    mark: str = ""
    remarks: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items; `none` is printed where there are no items, `intro` before them."""

    title: str
    items: tuple[Item, ...]
    none: str = ""
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A page in the order of printing; every text in it is printable.

    `aside` has no items where nothing was set aside. `command` is what to type after
    `left_out`, empty where there is nothing more to see. `language` is that of the texts.
    """

    headline: str
    source: str
    wording: str
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    aside: Section
    left_out: str
    command: str
    made: tuple[tuple[str, str], ...]
    tool: str
    language: str
