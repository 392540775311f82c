"""The peer of reading: plain pypdfium2, in the process at hand or, run as a program, in one of its own."""

import sys
import time

import pypdfium2


def plain(path: str) -> tuple[int, float]:
    """Pages read, and seconds until the first."""
    begun, first = time.perf_counter(), 0.0
    pdf = pypdfium2.PdfDocument(path)
    for index in range(len(pdf)):
        page = pdf[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
        first = first or time.perf_counter() - begun
    return len(pdf), first


if __name__ == "__main__":
    started = time.perf_counter()
    counted, until = plain(sys.argv[1])
    print(counted, time.perf_counter() - started, until)
