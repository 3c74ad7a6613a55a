"""A real browser for tests and pictures: Chromium, driven over a pipe in its own protocol.

No package for it: four methods are all that is needed, and a pipe needs no port.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-pipe --hide-scrollbars"
).split()
_PATIENCE = 30.0


def found() -> str | None:
    """Where a Chromium is on this machine, if there is one."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


class Page:
    """One tab; `seen` collects what it asked of the network, what it said and what was refused."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._rest = b""
        self._last = 0
        self._session: str | None = None
        self.seen: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol and wait for its result."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            reply = self._next()
            if reply.get("id") == self._last:
                if "error" in reply:
                    raise RuntimeError(f"{method}: {reply['error']}")
                return dict(reply["result"])
            self.seen.append(reply)

    def _next(self) -> dict[str, Any]:
        deadline = time.monotonic() + _PATIENCE
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], max(0.0, deadline - time.monotonic()))
            data = os.read(self._read, 1 << 20) if ready else b""
            if not data:
                raise RuntimeError("the browser does not answer")
            self._rest += data
        one, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(one))

    def attach(self) -> None:
        """Open a tab and listen to it."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def shape(self, width: int, height: int, scheme: str = "light", scale: float = 1.0) -> None:
        """Set the size of the window and whether the person likes it dark; all else as it was, and no motion."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=False,
        )
        self.call(
            "Emulation.setEmulatedMedia",
            features=[
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        )

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until it is there."""
        self.call("Page.navigate", url="about:blank")
        self.seen.clear()
        self.call("Page.navigate", url=path.resolve().as_uri() + fragment)
        deadline = time.monotonic() + _PATIENCE
        while self.run("document.readyState + location.protocol") != "completefile:":
            if time.monotonic() > deadline:
                raise RuntimeError(f"{path} does not load")
            time.sleep(0.02)

    def run(self, script: str) -> Any:
        """Evaluate an expression in the page; a promise is waited for."""
        made = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in made:
            raise RuntimeError(str(made["exceptionDetails"]))
        return made["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key as a person does."""
        text = {"Enter": "\r", " ": " "}.get(key)
        typed = {"text": text} if text else {}
        for kind in ("keyDown", "keyUp"):
            more = typed if kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)

    def tab(self) -> None:
        """Go to what comes next."""
        self.press("Tab", 9)

    def point(self, query: str, scroll: bool = True) -> None:
        """Move the mouse onto the first element that fits, by default scrolled into view."""
        at = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(query)});"
            f" if ({json.dumps(scroll)}) e.scrollIntoView({{block: 'center'}});"
            " const r = e.getClientRects()[0];"
            " return [r.x + 4, r.y + r.height / 2]; })()"
        )
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=at[0], y=at[1])

    def picture(self, path: Path) -> None:
        """Write what is on the screen as a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def printed(self) -> bytes:
        """What comes out of the printer, as a PDF."""
        made = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(made["data"])


@contextlib.contextmanager
def page(chromium: str) -> Iterator[Page]:
    """Start a browser with a folder of its own, give one tab of it, and end it."""
    to_us, from_browser = os.pipe()
    from_us, to_browser = os.pipe()

    def hand_over() -> None:
        # the protocol's pipe is on these two numbers; copies first, for either may be one of them
        reading, writing = os.dup(from_us), os.dup(from_browser)
        os.dup2(reading, 3)
        os.dup2(writing, 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [chromium, *_FLAGS, f"--user-data-dir={folder}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=hand_over,
        )
        os.close(from_us)
        os.close(from_browser)
        try:
            made = Page(to_browser, to_us)
            made.attach()
            yield made
            with contextlib.suppress(RuntimeError):
                made.call("Browser.close")
        finally:
            os.close(to_browser)
            os.close(to_us)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
