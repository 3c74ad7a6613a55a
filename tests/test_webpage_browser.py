"""The page in a real Chromium: what lights up, what a keyboard reaches, what is refused.

Run by `pytest -m viewer`. The audit for accessibility needs axe-core too: `npm install axe-core`
in the checkout, or AXE_CORE as the path of its `axe.min.js`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer
from summarizer import Article
from tests import builders, chromium, hostile

pytestmark = [
    pytest.mark.viewer,
    pytest.mark.skipif(chromium.found() is None, reason="no Chromium on this machine, or CHROMIUM not set"),
]
AXE = Path(os.environ.get("AXE_CORE", builders.ROOT / "node_modules" / "axe-core" / "axe.min.js"))
LIT = "[...document.querySelectorAll('.lit')].map(e => e.id || e.tagName).join(' ')"
# The first passage that more than one item rests on, and those items.
SHARED = """() => {
    const by = new Map();
    for (const item of document.querySelectorAll('.item[id]'))
        for (const ref of item.querySelectorAll('.refs a'))
            by.set(ref.hash.slice(1), [...(by.get(ref.hash.slice(1)) ?? []), item.id]);
    const [passage, items] = [...by].find(([, items]) => items.length > 1) ?? ['', []];
    return {passage, items};
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, article: Article) -> Path:
    """The same note with its article and without, and the hostile one."""
    made = tmp_path_factory.mktemp("pages")
    note = summarizer.summarize(article, model="extractive")
    (made / "note.html").write_text(note.to_html(article), encoding="utf-8")
    (made / "alone.html").write_text(note.to_html(), encoding="utf-8")
    owned = hostile.article()
    (made / "hostile.html").write_text(hostile.noted(owned).to_html(owned), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def page() -> Iterator[chromium.Page]:
    path = chromium.found()
    assert path is not None
    with chromium.page(path) as tab:
        tab.shape(1360, 850)
        yield tab


@pytest.mark.parametrize("name", ["note.html", "alone.html", "hostile.html"])
def test_the_page_asks_the_network_for_nothing_and_breaks_no_rule_of_its_own(
    page: chromium.Page, folder: Path, name: str
) -> None:
    """Its policy refuses nothing, for there is nothing to refuse; no error, no request but for itself."""
    page.open(folder / name)
    page.run("new Promise(done => setTimeout(done, 200))")
    asked = [m["params"]["request"]["url"] for m in page.seen if m["method"] == "Network.requestWillBeSent"]
    assert [address.partition("#")[0] for address in asked] == [(folder / name).as_uri()]
    told = (
        "Log.entryAdded",
        "Runtime.exceptionThrown",
        "Runtime.consoleAPICalled",
        "Page.javascriptDialogOpening",
    )
    assert [m for m in page.seen if m["method"] in told] == []


def test_a_hostile_article_runs_nothing(page: chromium.Page, folder: Path) -> None:
    """Not when it is loaded, pointed at, focused or walked through."""
    page.open(folder / "hostile.html")
    title = page.run("document.title")
    for item in ("#i1", "#i30", "#i60"):
        page.point(item)
    for _ in range(40):
        page.tab()
    assert page.run("document.title") == title
    assert page.run("document.querySelectorAll('script').length") == 1
    assert (
        page.run(
            "document.querySelectorAll('img, iframe, svg, base, object, embed, form:not(#filters)').length"
        )
        == 0
    )
    assert page.run("[...document.links].every(a => a.getAttribute('href').startsWith('#'))") is True
    assert page.run("location.protocol") == "file:"


def test_an_element_that_slipped_through_would_do_nothing(page: chromium.Page, folder: Path) -> None:
    """The second wall: a script, a handler and a style put into the page by force are refused."""
    text = (folder / "note.html").read_text(encoding="utf-8")
    slipped = "<script>document.title = 'owned'</script><p id=x onclick=\"document.title = 'owned'\" style='color: red'>x</p>"
    broken = folder / "slipped.html"
    broken.write_text(text.replace("</main>", f"{slipped}</main>"), encoding="utf-8")
    page.open(broken)
    page.run("document.getElementById('x').click()")
    assert page.run("document.title") != "owned"
    assert page.run("getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)"
    refused = [m for m in page.seen if m["method"] == "Log.entryAdded"]
    assert len(refused) >= 3


def test_pointing_at_an_item_lights_its_evidence_and_the_other_way_round(
    page: chromium.Page, folder: Path
) -> None:
    page.open(folder / "note.html")
    shared = page.run(f"({SHARED})()")
    items, passage = shared["items"], shared["passage"]
    assert len(items) > 1
    for item in items:
        page.point(f"#{item}")
        ids = page.run(f"[...document.querySelectorAll('#{item} .refs a')].map(a => a.hash.slice(1))")
        assert set(page.run(LIT).split()) == {item, *ids}
    page.point(f"#{passage}")
    assert set(page.run(LIT).split()) == {*items, passage}


def test_evidence_that_is_out_of_sight_comes_into_it(page: chromium.Page, folder: Path) -> None:
    """What lights up unseen is dark; the note itself stays where it is."""
    page.open(folder / "note.html")
    page.run(
        "new Promise(done => {"
        " setTimeout(done, 3000); document.getElementById('text').addEventListener('scrollend', done);"
        " [...document.querySelectorAll('.item[id] .refs a')].sort((a, b) =>"
        " document.querySelector(b.hash).getBoundingClientRect().top"
        " - document.querySelector(a.hash).getBoundingClientRect().top)[0].focus({preventScroll: true}) })"
    )
    assert page.run("document.getElementById('text').scrollTop") > 0
    assert page.run(
        "(() => { const m = document.querySelector('mark.lit').getBoundingClientRect();"
        " const p = document.getElementById('text').getBoundingClientRect();"
        " return m.top >= p.top && m.bottom <= Math.min(p.bottom, innerHeight); })()"
    )
    assert page.run("scrollY") == 0


def test_a_keyboard_reaches_everything_in_the_order_of_reading(page: chromium.Page, folder: Path) -> None:
    """Skip link, filters, each reference, the text, each way back; Enter goes there and Tab comes back."""
    page.open(folder / "note.html")
    what = (
        "(() => { const e = document.activeElement;"
        " return e.id || (e.classList.contains('badge') ? 'back' : e.closest('.refs') ? 'ref' : e.className || e.tagName); })()"
    )
    walked: list[str] = []
    while len(walked) < 200:
        page.tab()
        at = page.run(what)
        if at == "BODY":
            break
        walked.append(at)
        assert page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
    groups = [name for n, name in enumerate(walked) if n == 0 or name != walked[n - 1]]
    assert groups[:4] == ["skip", "who", "verdict", "BUTTON"]
    assert groups[4:8] == ["ref", "text", "cuts", "back"]
    assert walked.count("ref") == page.run("document.querySelectorAll('.item .refs a').length")
    assert walked.count("back") == page.run("document.querySelectorAll('mark + .back a').length")

    page.open(folder / "note.html")
    page.run("document.querySelector('#i7 .refs a').focus()")
    page.press("Enter", 13)
    page.tab()
    assert page.run("document.activeElement.hash") == "#i7"
    page.press("Enter", 13)
    page.tab()
    assert page.run("document.activeElement.closest('.item').id") == "i7"


def test_items_can_be_chosen_by_speaker_and_the_count_is_told(page: chromium.Page, folder: Path) -> None:
    """The items of one speaker, the count of them, and in the text only the ways back to them."""
    page.open(folder / "note.html")
    mine = "[...document.querySelectorAll('.item[id]')].filter(e => e.dataset.who === 'Marta Dellow').map(e => e.id)"
    ids = page.run(mine)
    assert ids
    page.run("who.value = 'Marta Dellow'; who.dispatchEvent(new Event('change', {bubbles: true}))")
    shown = "[...document.querySelectorAll('.item[id]')].filter(e => e.offsetParent).map(e => e.id)"
    assert page.run(shown) == ids
    assert page.run("document.querySelector('#status').textContent").startswith(f"{len(ids)} of ")
    assert page.run("document.querySelector('section.items .filtered').offsetParent !== null")
    back = "[...document.querySelectorAll('a.badge')].filter(e => e.offsetParent).map(e => e.hash)"
    assert set(page.run(back)) == {f"#{item}" for item in ids}
    page.run(
        "document.querySelector('button[type=reset]').click(); new Promise(done => setTimeout(done, 50))"
    )
    assert len(page.run(shown)) == page.run("document.querySelectorAll('.item[id]').length")


def test_what_was_cut_can_be_shown_with_its_reason(page: chromium.Page, folder: Path) -> None:
    page.open(folder / "note.html")
    seen = "[...document.querySelectorAll('del.cut')].filter(e => e.offsetParent).length"
    assert page.run(seen) == 0
    page.run("document.getElementById('cuts').click()")
    assert page.run(seen) == page.run("document.querySelectorAll('del.cut').length") > 10


@pytest.mark.parametrize("width", [320, 390, 834, 1360, 1920])
def test_no_width_needs_scrolling_sideways(page: chromium.Page, folder: Path, width: int) -> None:
    """The longest word of a hostile article included."""
    try:
        page.shape(width, 850)
        for name in ("note.html", "hostile.html"):
            page.open(folder / name)
            assert page.run("document.documentElement.scrollWidth") <= width
    finally:
        page.shape(1360, 850)


def test_it_prints_with_all_of_its_parts(page: chromium.Page, folder: Path) -> None:
    """A printed page has no scroll bar: the whole text is on it, and no control."""
    page.open(folder / "note.html")
    page.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert page.run("document.getElementById('filters').offsetParent") is None
        assert page.run("getComputedStyle(document.getElementById('text')).overflowY") == "visible"
        assert page.printed().startswith(b"%PDF")
    finally:
        page.shape(1360, 850)


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install axe-core, or AXE_CORE")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("name", ["note.html", "alone.html", "hostile.html"])
def test_axe_finds_nothing(page: chromium.Page, folder: Path, name: str, width: int, scheme: str) -> None:
    """Contrast, names, roles, order of headings, regions: all rules, best practices included."""
    page.shape(width, 850, scheme)
    try:
        page.open(folder / name)
        page.run(
            "document.querySelectorAll('details').forEach(e => e.open = true); document.getElementById('cuts')?.click()"
        )
        page.run("document.querySelector('#i3 .refs a').focus()")
        page.call("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
        found = page.run(
            "axe.run(document).then(r => r.violations.map(v => [v.impact, v.id, v.nodes[0].html.slice(0, 90),"
            " v.nodes[0].failureSummary.slice(0, 200)]))"
        )
    finally:
        page.shape(1360, 850)
    assert found == []
