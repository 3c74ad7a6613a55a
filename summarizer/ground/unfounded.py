"""What a model's item says in words that the article nowhere prints.

A paraphrase has words of its own. An item that is half the article's and half invented scores like one
("Mayor Ann Roe has resigned" over "Mayor Ann Roe said …"), so in a note its own words are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer import support
from summarizer.note import Evidence
from summarizer.support import words

# Of a doubtful item's content words. "Mayor Ann Roe has resigned over bribes" has two of five. It is for what no
# summariser of the QAGS votes did, a made-up statement about a real name: of their doubtful sentences it refuses
# 2 of 70 voted consistent and none of the 63 others.
_MOST = 0.3
_FEWEST = 2
_CLAUSES = re.compile(r"\s*;\s+")
_FEWEST_WORDS = 3


def judged(text: str, checked: support.Checked, index: support.Index) -> support.Checked:
    """The verdict, made stricter where a clause of a doubtful item stands on words of its own."""
    if checked.verdict != "doubtful":
        return checked
    if sum(word.content for word in words.words(text)) < _FEWEST:
        finding = support.Problem("says too little", "the text breaks off before it says anything", True)
        return replace(
            checked, verdict="unsupported", problems=(finding.text,), findings=(*checked.findings, finding)
        )
    for clause in _CLAUSES.split(text):
        content = {word.stem for word in words.words(clause) if word.content}
        strange = words_of(clause, index)
        if len(strange) >= _FEWEST and len(strange) > _MOST * len(content) and len(content) >= _FEWEST_WORDS:
            finding = support.Problem(
                "not in the article", f"the article does not say: {', '.join(strange[:5])}", True
            )
            return replace(
                checked,
                verdict="unsupported",
                problems=(*checked.problems, finding.text),
                findings=(*checked.findings, finding),
            )
    if checked.problems:
        return checked
    own = words_of(text, index)
    said = (
        f"words of its own: {', '.join(own[:5])}" if own else "put together otherwise than the article does"
    )
    return replace(checked, problems=(said,))


def words_of(text: str, index: support.Index) -> tuple[str, ...]:
    """List the content words of a text that no sentence of the article prints, each once, as printed."""
    own = (word.lower for word in words.words(text) if word.content and not index.printed(word.stem))
    return tuple(dict.fromkeys(own))


def of_issue(
    issue: str, evidence: Sequence[Evidence], index: support.Index, asks: str | None = None
) -> str | None:
    """Say what is wrong with an issue; None where its words are its evidence's, the headline's, the lead's or recur.

    What a page wants said and only its own order says is no party's issue. Where the side is read off what a
    party `asks` for, it is for that, in other words than its name: who urges an end to the violence does not
    support "the protests".
    """
    if words_of(issue, index):
        return "in words that the article does not print"
    rests = {stem for one in evidence for stem in index.lines[one.sentence - 1].stems}
    own = {word.stem for word in words.words(asks or "")}
    told = {word.stem for word in words.words(issue) if word.content} - own
    if asks is not None and rests.isdisjoint(told):
        return "of which the words it rests on do not speak"
    rests |= set(index.lines[0].stems)
    rests |= {word.stem for word in words.words(index.article.title or "")}
    wanted = {word.stem for word in words.words(issue) if word.content} - rests
    once = any(sum(stem in line.stems for line in index.lines) < _AGAIN for stem in wanted)
    return "of which the words it rests on do not speak" if once else None


_AGAIN = 2
