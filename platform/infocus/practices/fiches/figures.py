"""Amounts, years and measured figures in a text, where it says them clearly; the person checks each."""

import re
from collections.abc import Iterator

from infocus.practices.content import ROWS_LIMIT, SHORT
from infocus.practices.fiches.fitting import plain

_SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "pln": "PLN", "zł": "PLN", "czk": "CZK", "kč": "CZK",
    "ron": "RON", "lei": "RON", "gbp": "GBP", "£": "GBP", "chf": "CHF", "usd": "USD", "$": "USD", "huf": "HUF",
    "sek": "SEK", "dkk": "DKK", "bgn": "BGN",
}  # fmt: skip
_TIMES = {
    "million": 1_000_000, "millions": 1_000_000, "millones": 1_000_000, "millón": 1_000_000, "milhões": 1_000_000,
    "milioni": 1_000_000, "milione": 1_000_000, "milionů": 1_000_000, "milionu": 1_000_000, "miliony": 1_000_000,
    "milionów": 1_000_000, "milioane": 1_000_000, "milion": 1_000_000, "milioi": 1_000_000, "millionen": 1_000_000,
    "mio": 1_000_000, "mln": 1_000_000, "m": 1_000_000, "k": 1_000, "tsd": 1_000, "tis": 1_000, "tys": 1_000,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_TIME = "|".join(sorted(map(re.escape, _TIMES), key=len, reverse=True))
_AFTER = rf"(?P<number>{_NUMBER})\s*(?:(?P<times>{_TIME})\b\.?\s*(?:de\s+|d['’]|di\s+)?)?(?P<sign>{_SIGN})(?!\w)"
_BEFORE = rf"(?<!\w)(?P<sign>{_SIGN})\s*(?P<number>{_NUMBER})(?:\s*(?P<times>{_TIME})\b)?"
_AMOUNTS = (re.compile(_AFTER, re.IGNORECASE), re.compile(_BEFORE, re.IGNORECASE))
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"(?<=[.;!?])\s+|[,;]\s+|\s+(?=\()")
_EDGES = " \t:;,.–—-|*()[]=\\"
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d{2})(?![\d%€]|[.,]\d)")
_MONTH = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[/.]((?:19|20)\d{2})(?!\d)")
_MEASURE = re.compile(rf"(?<![\w.,])({_NUMBER})\s*(%)?(?![\w])")
_MOST_YEARS = 2


def amounts_in(text: str, heading: str = "") -> list[dict[str, str]]:
    """Rows of money: a clause with one amount, and what it is for ("Staff: 40,000 EUR"), else the ``heading``."""
    rows = [row for clause in _clauses(text, _CLAUSE) if (row := _amount(clause))]
    return once([{**row, "what": row["what"] or heading[:SHORT].strip()} for row in rows])


def _amount(clause: str) -> dict[str, str] | None:
    found = [match for pattern in _AMOUNTS for match in pattern.finditer(clause)]
    if len(found) != 1:
        return None
    match = found[0]
    value = _value(match["number"]) * _TIMES.get((match["times"] or "").lower(), 1)
    what = f"{clause[: match.start()].strip(_EDGES)} {clause[match.end() :].strip(_EDGES)}".strip()
    return {"what": what[:SHORT].strip(), "value": f"{value:.10g}", "currency": _SIGNS[match["sign"].lower()]}


def _value(number: str) -> float:
    """The number as Europeans write it: whatever stands before three digits groups, unless it comes once at the end."""
    digits = re.sub(r"[\u00a0\u202f ’']", "", number)
    last = max(digits.rfind(","), digits.rfind("."))
    whole, part = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    if len(part) == len("000"):
        whole, part = whole + part, ""
    return float(f"{re.sub('[.,]', '', whole)}.{part or '0'}")


def years_in(text: str) -> tuple[str, str]:
    """When it began and ended, as stated dates; empty where the text does not say it clearly."""
    said = plain(text)
    months = [f"{match[2]}-{int(match[1]):02}" for match in _MONTH.finditer(said)]
    dates = list(dict.fromkeys(months or _YEAR.findall(said)))
    if not dates or len(dates) > _MOST_YEARS or sorted(dates) != dates:
        return "", ""
    return dates[0], dates[1] if len(dates) == _MOST_YEARS else ""


def measures_in(text: str) -> list[dict[str, str]]:
    """Rows of evidence: a clause with one year and one other number ("42 firms moved in by 2018")."""
    rows = []
    for clause in _clauses(text, _SENTENCE):
        years = _YEAR.findall(clause)
        numbers = [match for match in _MEASURE.finditer(clause) if match[1] not in years]
        if len(years) == 1 and len(numbers) == 1 and len(clause) <= SHORT and not _amount(clause):
            name = clause.strip(_EDGES)
            value = f"{_value(numbers[0][1]):.10g}"
            rows.append({"name": name, "value": value, "unit": numbers[0][2] or "", "year": years[0]})
    return once(rows)


def _clauses(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    """The pieces of each line between ``ends``; the cells of a table's row stay together."""
    for line in text.split("\n"):
        if line.startswith("|"):
            yield " ".join(plain(cell) for cell in line.strip("|").split("|"))
        elif line.strip():
            yield from filter(None, (each.strip() for each in ends.split(plain(line))))


def once(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows without doubles, as many as a table takes."""
    return list({tuple(row.items()): row for row in rows}.values())[:ROWS_LIMIT]
