"""Asks one page again and again over connections that stay open, and keeps every answer's time."""

import http.client
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Answers:
    """What came back: milliseconds of every answer, and the statuses that were not 200."""

    milliseconds: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    seconds: float = 0.0


def ask(*urls: str, requests: int, connections: int, cookie: str = "", tokens: Sequence[str] = ()) -> Answers:
    """Ask addresses of one server in turn, ``requests`` times in all, over ``connections`` at once.

    ``tokens``: one for each connection, in turn.
    """
    parts = urlsplit(urls[0])
    paths = [each.path + (f"?{each.query}" if each.query else "") for each in map(urlsplit, urls)]
    answers, lock = Answers(), threading.Lock()
    shares = [requests // connections + (number < requests % connections) for number in range(connections)]

    def work(number: int, share: int) -> None:
        headers = {"Cookie": cookie} if cookie else {}
        if tokens:
            headers["Authorization"] = f"Bearer {tokens[number % len(tokens)]}"
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        mine, wrong = [], []
        for place in range(share):
            path = paths[(number + place * connections) % len(paths)]
            begun = time.perf_counter()
            line.request("GET", path, headers=headers)
            answer = line.getresponse()
            answer.read()
            mine.append((time.perf_counter() - begun) * 1000)
            if answer.status != http.client.OK:
                wrong.append(answer.status)
        line.close()
        with lock:
            answers.milliseconds += mine
            answers.wrong += wrong

    begun = time.perf_counter()
    threads = [threading.Thread(target=work, args=each) for each in enumerate(shares)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.seconds = time.perf_counter() - begun
    return answers
