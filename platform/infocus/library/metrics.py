"""What /metrics says of the index of this host: read when it is asked for, so that it is true of all processes."""

from collections.abc import Iterator
from pathlib import Path

from flask import current_app, has_app_context
from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from infocus.core import changes
from infocus.core.health import registry
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable
from infocus.library.feed import feed_facts
from infocus.library.seat import FeedState
from infocus.library.tallies import tallies


class IndexCollector(Collector):
    """The index of the app at hand; nothing outside one. A figure that cannot be read is left out."""

    def collect(self) -> Iterator[Metric]:
        """All families."""
        if not has_app_context():
            return
        yield from _index()
        state = GaugeMetricFamily("infocus_search_writing", "How writing to the index goes (1: so)", labels=["state"])
        now = feed_facts().state
        for each in FeedState:
            state.add_metric([each.value], float(each == now))
        yield state
        checked = CounterMetricFamily(
            "infocus_search_checked", "Hits compared with the present rights", labels=["where"]
        )
        leaks = CounterMetricFamily("infocus_search_leaks", "Hits shown against the present rights", labels=["where"])
        for where, tally in tallies(Path(current_app.instance_path)).items():
            checked.add_metric([where], tally.checked)
            leaks.add_metric([where], tally.leaks)
        yield checked
        yield leaks


def _index() -> Iterator[Metric]:
    try:
        size, cursor = engines().search.size(), engines().search.cursor
    except SearchUnavailable:
        return
    behind = max(changes.last_seq() - cursor, 0)
    yield GaugeMetricFamily("infocus_search_index_behind", "Changes that are not in the index yet", value=behind)
    yield GaugeMetricFamily("infocus_search_records", "Records in the index", value=size.records)
    yield GaugeMetricFamily("infocus_search_segments", "Pieces the index is in", value=size.segments)
    yield GaugeMetricFamily("infocus_search_bytes", "Bytes of the index on disk", value=size.bytes)


registry.register(IndexCollector())
