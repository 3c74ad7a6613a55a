"""The two ends of every reference in a page: items by number, places by the item that cites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from summarizer.render.outline import Item, Outline, Proof
from summarizer.render.paper import Paper, Stretch


class Anchors:
    """Numbers for the items of an outline from 1, and ids for the places that its papers show.

    What was set aside has no number: nothing points at it.
    """

    def __init__(self, shown: Outline, papers: Sequence[Paper]) -> None:
        every = [item for section in shown.sections for item in _flat(section.items)]
        self.items = tuple((item, number) for number, item in enumerate(every, 1))
        # by identity: two items can say the same
        self._numbers = {id(item): number for item, number in self.items}
        self._citing: dict[str, list[int]] = {}
        self._proofs: dict[str, Proof] = {}
        for item, number in self.items:
            for proof in item.proofs:
                self._proofs.setdefault(proof.place, proof)
                citing = self._citing.setdefault(proof.place, [])
                if number not in citing:
                    citing.append(number)
        stretches = [s for paper in papers for paragraph in paper.paragraphs for s in paragraph]
        self._ids: dict[str, str] = {}
        self._ends: dict[str, int] = {}
        for stretch in stretches:
            for place in stretch.places:
                self._ids.setdefault(place, f"e{len(self._ids) + 1}")
                self._ends[place] = id(stretch)
        self._opened: set[str] = set()

    def number(self, item: Item) -> int | None:
        """The number an item is printed with."""
        return self._numbers.get(id(item))

    def label(self, place: str) -> str:
        """Name a place for a reader."""
        return self._proofs[place].name

    def link(self, proof: Proof) -> str:
        """Point from an item to its evidence, if the page shows it."""
        label = escape(self.label(proof.place))
        place = self._ids.get(proof.place)
        title = f' title="{escape(proof.place)}"'
        return f'<a href="#{place}"{title}>{label}</a>' if place else f"<span{title}>{label}</span>"

    def marked(self, stretch: Stretch) -> str:
        """Print cited text, with its ids where its places begin and the citing items where they end."""
        ids = [self._ids[place] for place in stretch.places if place not in self._opened]
        self._opened.update(stretch.places)
        citing = sorted({number for place in stretch.places for number in self._citing[place]})
        ending = {
            number
            for place in stretch.places
            if self._ends[place] == id(stretch)
            for number in self._citing[place]
        }
        spots = "".join(f'<span class="spot" id="{other}"></span>' for other in ids[1:])
        own = f' id="{ids[0]}"' if ids else ""
        names = " ".join(f"i{number}" for number in citing)
        back = "<wbr>".join(
            f'<a class="badge" href="#i{number}" aria-label="Back to item {number}">{number}</a>'
            for number in sorted(ending)
        )
        text = stretch.text
        body, blank = text.rstrip(), text[len(text.rstrip()) :]
        mark = f'{spots}<mark{own} data-items="{names}">{escape(body)}</mark>'
        return f'{mark}<span class="back">{back}</span>{blank}' if back else f"{mark}{blank}"


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(item.parts)
