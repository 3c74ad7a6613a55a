"""The same articles through other programs, for `benchmarks/batch.py`; runs in an environment of its own.

python benchmarks/batch_peer.py langextract|pieces|openai ARTICLES.jsonl URL CONCURRENCY

`pieces` is LangExtract with the size of pieces it has when none is asked for.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

PROMPT = "Summarize the article in JSON with the lists summary, claims and positions."


def through_langextract(texts: list[str], url: str, concurrency: int, piece: int) -> None:
    import langextract as lx
    from langextract.providers.openai import OpenAILanguageModel

    said = "Mayor Ann Roe said it will open in May."
    example = lx.data.ExampleData(
        text=f"The bridge is closed. {said} Ferry owners want it to stay closed.",
        extractions=[
            lx.data.Extraction("summary_line", "The bridge is closed.", attributes={}),
            lx.data.Extraction("claim", said, attributes={"speaker": "Ann Roe"}),
            lx.data.Extraction(
                "position",
                "Ferry owners want it to stay closed.",
                attributes={"holder": "Ferry owners", "issue": "bridge", "stance": "opposes"},
            ),
        ],
    )
    model = OpenAILanguageModel(model_id="small", api_key="none", base_url=url, max_workers=concurrency)
    # its client gives up after 600 s and asks twice more, which a model on a processor would answer all
    model._client = model._client.with_options(timeout=3600, max_retries=0)
    documents = [lx.data.Document(text=text, document_id=str(n)) for n, text in enumerate(texts)]
    made = lx.extract(
        text_or_documents=documents,
        prompt_description="Extract at most 4 summary lines, 6 claims with their speakers, and 6 positions.",
        examples=[example],
        model=model,
        max_workers=concurrency,
        batch_length=concurrency,
        max_char_buffer=piece,
        show_progress=False,
    )
    annotated = list(made)
    assert len(annotated) == len(texts)
    found = (one for document in annotated for one in document.extractions or ())
    print(sum(one.char_interval is not None and one.char_interval.start_pos is not None for one in found))


async def through_openai(texts: list[str], url: str, concurrency: int) -> None:
    import openai

    client = openai.AsyncOpenAI(api_key="none", base_url=url)
    room = asyncio.Semaphore(concurrency)

    async def one(text: str) -> str:
        async with room:
            answer = await client.chat.completions.create(
                model="small",
                messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
            )
            return answer.choices[0].message.content or ""

    made = await asyncio.gather(*map(one, texts))
    assert len([json.loads(text) for text in made]) == len(texts)


def main() -> None:
    which, path, url, concurrency = sys.argv[1:]
    texts = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    pieces = {"langextract": 100_000, "pieces": 1000}
    if which in pieces:
        through_langextract(texts, url, int(concurrency), pieces[which])
    else:
        asyncio.run(through_openai(texts, url, int(concurrency)))


if __name__ == "__main__":
    main()
