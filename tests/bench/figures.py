"""Figures of a run: one JSON line each, then a table."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Figure:
    """One measured thing. ``values`` are p50, p95 or what the unit asks for; ``ratio_to``: a peer and the ratio."""

    bench: str
    case: str
    subject: str
    unit: str
    values: dict[str, float]
    ratio_to: dict[str, float] = field(default_factory=dict)

    def line(self) -> str:
        """The figure as one JSON line."""
        row = asdict(self)
        values = {name: round(value, 3) for name, value in row.pop("values").items()}
        row["ratio_to"] = {name: round(value, 2) for name, value in row["ratio_to"].items()}
        return json.dumps({**row, **values})


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def spread(values: Sequence[float]) -> dict[str, float]:
    """p50 and p95."""
    return {"p50": percentile(values, 0.5), "p95": percentile(values, 0.95)}


def table(figures: Sequence[Figure]) -> str:
    """All figures for people."""
    rows = [("bench", "case", "subject", "unit", "figures", "ratio")]
    for each in figures:
        values = "  ".join(f"{name} {value:,.2f}" for name, value in each.values.items())
        ratios = "  ".join(f"{ratio:.2f} × {peer}" for peer, ratio in each.ratio_to.items())
        rows.append((each.bench, each.case, each.subject, each.unit, values, ratios))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)
