"""A filter that does what the first words of a page say: a module of its own, since workers import it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator

from cleaner import Cleaner, Document
from cleaner.filters import DEFAULT, Drop, Page

STORY = (
    "The keeper climbed the hundred and twelve steps every evening, long after the lamp had learned to light itself."
)


class Unpicklable(Exception):
    """As of libraries that keep a lock or a socket in their exceptions."""

    def __reduce__(self) -> str:
        raise TypeError("not for travel")


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(0.01)


def hang_in_c() -> None:
    ctypes.PyDLL(None).sleep(1000)  # which does not let go of the interpreter


def eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 20))


def be_slow() -> None:
    time.sleep(0.4)


def refuse() -> None:
    raise KeyError("a")


def refuse_oddly() -> None:
    raise Unpicklable("of its own kind")


def interrupt() -> None:
    raise KeyboardInterrupt


MISDEEDS: dict[str, Callable[[], object]] = {
    "kill": kill,
    "abort": os.abort,
    "exit": lambda: os._exit(0),
    "status": lambda: os._exit(7),
    "hang": hang,
    "hang_in_c": hang_in_c,
    "eat": eat,
    "slow": be_slow,
    "raise": refuse,
    "raise_oddly": refuse_oddly,
    "leave": lambda: sys.exit(3),
    "interrupt": interrupt,
}


def misdeed(page: Page) -> Iterator[Drop]:
    """Leaves all blocks alone."""
    words = page.original[0].text.split() if page.original else []
    if words[:1] == ["Misdeed:"]:
        MISDEEDS[words[1]]()
    yield from ()


CLEANER = Cleaner([*DEFAULT, ("misdeed", misdeed)])


def document(number: int, misdeed: str = "") -> Document:
    """A page with a number in it; a misdeed makes it one that is up to something."""
    start = f"<p>Misdeed: {misdeed}</p>" if misdeed else ""
    return Document(
        f"<title>{number}</title>{start}<p>{STORY}</p><p>{STORY[::-1]}</p>", url=f"https://a.example/{number}"
    )
