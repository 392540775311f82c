"""The measures themselves, and the command that prints them."""

import gzip
import json
from pathlib import Path

import pytest

from tests.quality import evaluate
from tests.quality.measures import ndcg, recall, reciprocal_rank


def test_measures_of_a_known_list() -> None:
    relevant = {"a": 1.0, "b": 1.0}
    assert ndcg(["a", "b"], relevant) == 1
    assert ndcg(["x", "a"], {"a": 1.0}) == pytest.approx(0.6309, abs=1e-4)
    assert reciprocal_rank(["x", "a"], relevant) == 0.5
    assert recall(["x", "a"], relevant) == 0.5
    assert ndcg([*"0123456789", "a"], relevant) == reciprocal_rank([*"0123456789", "a"], relevant) == 0


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["evaluate", "--data", str(folder)])
    code = evaluate.main()
    return code, *capsys.readouterr()


def test_a_set_is_measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    documents = [{"id": f"{name}", "title": "", "text": f"all about {name}s"} for name in ("walnut", "chestnut")]
    queries = [{"id": "1", "text": "a chestnut", "relevant": {"chestnut": 1}}]
    collection = {"set": "tiny", "language": "en", "documents": documents, "queries": queries}
    with gzip.open(tmp_path / "tiny.json.gz", "wt", encoding="utf-8") as file:
        json.dump(collection, file)
    code, out, _ = run(monkeypatch, capsys, tmp_path)
    first, mean, *others = map(json.loads, out.splitlines())
    assert code == 0
    assert first == {"set": "tiny", "engine": "whoosh", "ndcg@10": 1.0, "mrr@10": 1.0, "recall@10": 1.0, "queries": 1}
    assert mean["set"] == "mean"
    assert [(line["set"], line["engine"]) for line in others] == [("tiny", "tantivy"), ("mean", "tantivy")]


def test_absent_data_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(monkeypatch, capsys, tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
