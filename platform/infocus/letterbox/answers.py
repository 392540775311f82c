"""The answer in a mail: what its writer wrote, without what was quoted.

``mail-parser-reply`` knows how mail programs introduce a quotation in English, German, French, Italian, Spanish, Czech
and Polish, and signatures; for the other working languages, and for programs it does not know, our own mails give two
marks that need no language: the line above which one answers, and our address, which every introduction names.
"""

import html
import re

import nh3
from mailparser_reply import EmailReplyParser

LINE = "##- in focus -##"
"""Stands at the head of our mails (``notifications.jobs.ANSWER_LINE``)."""
MOST = 100_000
"""Letters that are looked at: an answer has 4,000."""
SAFE = 6_000
"""Letters the library is given: at most some two seconds of work."""
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_LANGUAGES = ["en", "de", "fr", "it", "es", "cs", "pl"]
_BREAKS = re.compile(r"<(?:br\s*/?|/p|/div|/li|/tr|/h\d)\s*>", re.IGNORECASE)
_QUOTES = re.compile(r"<(blockquote|div class=\"gmail_quote)[\s>].*", re.IGNORECASE | re.DOTALL)
_HEADER = re.compile(r"[\w \u00c0-\u024f]{1,20}\s?:\s")
_RULE = re.compile(r"[-_=*]{5,}.*")


def answer_in(text: str, ours: str) -> str:
    """The answer; ``ours`` is our own address or domain, in lower case."""
    text = text[:MOST].replace("\r\n", "\n").replace("\u00a0", " ")
    text = _BLANK.sub("\n\n", _above(text, ours)).strip()
    # The library's patterns take a time that grows with the square of the length: what is no comment is not read.
    parsed = EmailReplyParser(languages=list(_LANGUAGES)).parse_reply(text) if len(text) <= SAFE else text
    lines = (parsed or "").split("\n")
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith(">")):
        lines.pop()
    return "\n".join(line.rstrip() for line in lines).strip()


def plain(markup: str) -> str:
    """The text of HTML: nothing of scripts, styles and quotations."""
    cut = _QUOTES.sub("", markup[: MOST * 4])
    bare = nh3.clean(_BREAKS.sub("\n", cut), tags=set(), clean_content_tags={"script", "style", "title", "head"})
    return html.unescape(bare)


def _above(text: str, ours: str) -> str:
    """What stands above the first mark of ours, without the sentence that introduces it."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if LINE in line or (ours and ours in line.lower()):
            return "\n".join(lines[: _begin(lines, number)])
    return text


def _begin(lines: list[str], number: int) -> int:
    """Where the introduction of a quotation begins: a sentence may be wrapped once or twice, headers stand in a block.

    A line that is quoted, blank or longer than an introduction belongs to what is kept or dropped by itself.
    """
    begin = number
    if _HEADER.match(lines[number].lstrip("> *")):
        while begin > 0 and (
            _HEADER.match(lines[begin - 1].lstrip("> *")) or _RULE.fullmatch(lines[begin - 1].strip())
        ):
            begin -= 1
        return begin
    if lines[number].startswith("<") and number:  # wrapped between our name and our address
        begin -= 1
    for _wrapped in range(2):
        before = lines[begin - 1].strip() if begin > 0 else ""
        if not before or not any(letter.isdigit() for letter in before):
            break
        begin -= 1
    return begin
