"""PDF: paragraphs in the order in which a person reads them, and a plain word about every file that has none."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from summarizer import source
from summarizer.errors import SourceError
from summarizer.source import pdf, pdfpages
from tests.documents import PARAGRAPHS, TITLE, Placed, content, printed
from tests.documents import pdf as made

WRAPPED = (
    "The council of Port Ellan voted on Monday against a new",
    "ferry to the island of Skerra, which has waited nine years",
    "for one. The harbour office had asked for a vote in May.",
)


def lines(data: bytes) -> list[str]:
    return source.decode(data, "page").raw.split("\n")


def test_lines_become_paragraphs_by_space_and_by_indent() -> None:
    spaced = made([content([*printed(WRAPPED), *printed(WRAPPED, top=680)])])
    inset = [
        (x + (14 if at % 3 == 0 else 0), y, text) for at, (x, y, text) in enumerate(printed(WRAPPED * 2))
    ]
    assert lines(spaced) == lines(made([content(inset)])) == [" ".join(WRAPPED)] * 2


def test_a_short_last_line_ends_a_paragraph() -> None:
    short = ("The council of Port Ellan voted on Monday against the", "new ferry.", *WRAPPED)
    assert lines(made([content(printed(short))])) == [" ".join(short[:2]), " ".join(WRAPPED)]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    pages = [content(printed(WRAPPED[:2], top=120)), content(printed(WRAPPED[2:]))]
    assert lines(made(pages)) == [" ".join(WRAPPED)]


def test_running_heads_and_page_numbers_are_left_out_and_said() -> None:
    """They stand in the middle of sentences."""

    def page(number: int, text: tuple[str, ...]) -> bytes:
        edges: list[Placed] = [
            (72, 800, f"The Elland Courier, 18 March, page {number}"),
            (290, 30, str(number)),
        ]
        return content([*edges, *printed(text)])

    loaded = source.decode(
        made([page(1, WRAPPED[:2]), page(2, WRAPPED[2:]), page(3, (PARAGRAPHS[2],))]), "page"
    )
    assert loaded.raw.split("\n") == [" ".join(WRAPPED), PARAGRAPHS[2]]
    assert loaded.notices == ("page: 6 lines at the edges of its pages, running heads and numbers, left out",)


def test_a_banner_that_is_printed_on_every_page_is_left_out() -> None:
    """Browsers print what a site fixes to the window on each page, in the middle of the text."""
    banner: Placed = (72, 400, "By choosing I Accept, you consent to our use of cookies.")
    first, second = printed(WRAPPED[:2], top=430), printed(WRAPPED[2:], top=740)
    assert lines(made([content([*first, banner]), content([*second, banner])])) == [" ".join(WRAPPED)]


def test_what_a_browser_prints_around_a_single_page_is_left_out() -> None:
    around: list[Placed] = [
        (24, 810, "18/03/2031, 19:42"), (200, 810, "A title"), (24, 17, "https://news.example/a"), (560, 17, "1/1"),
    ]  # fmt: skip
    assert lines(made([content([*around, *printed(WRAPPED)])])) == [" ".join(WRAPPED)]


@pytest.mark.parametrize("across", [False, True], ids=["one after the other", "line by line across the page"])
def test_columns_are_read_one_after_the_other(across: bool) -> None:
    left = [f"Left column, line {n}, tells of the old" for n in "abcdefghij"]
    right = [f"Right column, line {n}, tells of a new" for n in "abcdefghij"]
    one, other = printed(left), printed(right, left=320)
    body = [line for pair in zip(one, other, strict=True) for line in pair] if across else [*one, *other]
    heading: Placed = (72, 770, "A heading that stands above the two columns and spans both of them")
    read = " ".join(lines(made([content([heading, *body])])))
    assert read.index("Left column, line j") < read.index("Right column, line a")
    assert read.startswith("A heading")


def test_words_parted_at_a_lines_end_are_joined_and_hyphens_of_their_own_stay() -> None:
    text = (
        "The town coun-", "cil voted on a well-", "known and much-loved well-known ferry of the is-", "land of Skerra.",
    )  # fmt: skip
    (read,) = lines(made([content(printed(text))]))
    assert (
        read
        == "The town council voted on a well-known and much-loved well-known ferry of the island of Skerra."
    )


def test_a_line_that_is_set_to_both_edges_is_one_line() -> None:
    """Its gaps are as wide as those between cells, but even; or the line beside it reaches from edge to edge."""
    full = "They sail in May and in June, he"
    (_, right, *_), *_ = pdfpages.extract(made([content([(72, 740, full)])]))["pages"][0][2]
    (_, end, *_), *_ = pdfpages.extract(made([content([(72, 740, "ferries")])]))["pages"][0][2]
    width = end - 72
    last = right - width
    two = [(72.0, 740.0, "ferries"), (last, 740.0, "ferries"), (72.0, 726.0, full)]
    three = [(72.0, 740.0, "ferries"), ((72 + last) / 2, 740.0, "ferries"), (last, 740.0, "ferries")]
    near = [(x if x < last else 72 + width + 30, y, text) for x, y, text in two]
    assert lines(made([content([*three, (72, 726, full)])])) == [f"ferries ferries ferries {full}"]
    assert lines(made([content(near)]))[0] == "ferries\tferries"


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    rows = [
        (72.0, 740.0, "Yes votes cast"),
        (300.0, 740.0, "61"),
        (72.0, 726.0, "No votes cast"),
        (300.0, 726.0, "40"),
    ]
    assert lines(made([content(rows)])) == ["Yes votes cast\t61", "No votes cast\t40"]


def test_what_cannot_be_seen_is_left_out_and_said() -> None:
    """White, without ink, tiny, or beside the page: where instructions to a model are put."""
    text = printed(PARAGRAPHS, step=30)
    unseen = b"\n".join(
        (
            content([(72, 500, "Ignore white.")], before="1 1 1 rg"),
            content([(72, 480, "Ignore without ink.")], before="0 g 3 Tr"),
            content([(72, 460, "Ignore tiny.")], size=0.5, before="0 Tr"),
            content([(72, 4000, "Ignore above.")]),
        )
    )
    loaded = source.decode(made([content(text, size=9) + b"\n" + unseen]), "page")
    assert "Ignore" not in loaded.raw
    assert any("cannot be seen" in notice for notice in loaded.notices)


def test_text_without_ink_is_read_where_it_is_all_there_is() -> None:
    """Programs that read scanned pages put it behind the picture."""
    assert lines(made([content(printed(WRAPPED), before="3 Tr")])) == [" ".join(WRAPPED)]


def test_a_title_of_the_file_is_believed_where_the_text_prints_it() -> None:
    page = content([(72, 780, TITLE), *printed(WRAPPED)])
    for said, title in ((f"{TITLE} | The Elland Courier", TITLE), ("Microsoft Word - Document1", None)):
        assert source.decode(made([page], info=f"/Title ({said})"), "page").title == title


ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<61><61>]".format(
    "41" * 32
)


@pytest.mark.parametrize(
    ("data", "told", "hint"),
    [
        (made([content(printed(WRAPPED))], trailer=ENCRYPTED), "a PDF with a password", "without one"),
        (b"%PDF-1.7\n...", "a PDF that is broken", "fetch it again"),
        (made([b"0 0 100 100 re f"] * 3), "pictures of 3 pages", "ocrmypdf"),
        (made([], kids="2 0 R"), "without pages|broken", "fetch it again"),
    ],
    ids=["encrypted", "broken", "scanned", "no pages"],
)
def test_a_pdf_that_gives_no_text_says_why(data: bytes, told: str, hint: str) -> None:
    with pytest.raises(SourceError, match=told) as caught:
        source.decode(data, "page.pdf")
    assert hint in str(caught.value.hint)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "data",
    [
        made([content(printed(WRAPPED))], kids="2 0 R " * 50 + "5 0 R"),
        made([content(printed(WRAPPED))], kids="5 0 R " * 1_500).replace(b"/Count 1", b"/Count 900000000"),
        made([b"q " * 300_000 + content(printed(WRAPPED))]),
        made([content(printed(WRAPPED)).replace(b"740", b"9" * 400)]),
        made([content(printed(WRAPPED))], kids="5 0 R").replace(b"/Contents 6 0 R", b"/Contents 5 0 R"),
    ],
    ids=["tree in itself", "page many times", "deep states", "huge number", "page draws itself"],
)
def test_a_pdf_made_to_harm_ends_in_time(data: bytes) -> None:
    before = time.monotonic()
    with contextlib.suppress(SourceError):
        source.decode(data, "page")
    assert time.monotonic() - before < 20


def test_a_process_that_dies_or_never_ends_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """The reader is C++ and reads what strangers made: it may crash, and takes only itself along."""
    data = made([content(printed(WRAPPED))])
    monkeypatch.setattr(pdf, "SECONDS", 0.001)
    with pytest.raises(SourceError, match="cannot be read within"):
        source.decode(data, "page")
    monkeypatch.setattr(pdf, "SECONDS", 60.0)
    monkeypatch.setattr(pdfpages, "__file__", "no_such_module.py")
    with pytest.raises(SourceError, match="cannot be read within"):
        source.decode(data, "page")


def test_the_process_runs_no_code_from_the_folder_a_person_is_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder of downloads may hold a json.py."""
    for name in ("json", "ctypes", "pypdfium2", "summarizer"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lines(made([content(printed(WRAPPED))])) == [" ".join(WRAPPED)]
