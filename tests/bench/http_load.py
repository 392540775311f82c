"""Asks one page again and again over connections that stay open, and keeps every answer's time."""

import http.client
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Answers:
    """What came back: milliseconds of every answer, and the statuses that were not 200."""

    milliseconds: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    seconds: float = 0.0


def ask(url: str, *, requests: int, connections: int, cookie: str = "") -> Answers:
    """Ask ``url`` ``requests`` times over ``connections`` at once."""
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    answers, lock = Answers(), threading.Lock()
    shares = [requests // connections + (number < requests % connections) for number in range(connections)]

    def work(share: int) -> None:
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        mine, wrong = [], []
        for _ in range(share):
            begun = time.perf_counter()
            line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
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
    threads = [threading.Thread(target=work, args=(share,)) for share in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.seconds = time.perf_counter() - begun
    return answers
