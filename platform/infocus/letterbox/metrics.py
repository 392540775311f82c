"""What /metrics says of mail in and of mail that came back; read from the database, so it is true of all processes."""

from collections.abc import Iterator

from flask import has_app_context
from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from infocus.accounts.models import MailTrouble
from infocus.core.db import db
from infocus.core.health import registry
from infocus.letterbox.models import LetterCount


class LetterCollector(Collector):
    """Letters by what became of them; bounces, and addresses that get no mail."""

    def collect(self) -> Iterator[Metric]:
        """All families; nothing outside of an app."""
        if not has_app_context():
            return
        letters = CounterMetricFamily(
            "infocus_letters", "Mails that came in, by what became of them", labels=["outcome"]
        )
        for row in db.session.scalars(select(LetterCount)):
            letters.add_metric([row.outcome], float(row.count))
        yield letters
        sums = select(func.sum(MailTrouble.hard), func.sum(MailTrouble.soft), func.sum(MailTrouble.kept_back))
        hard, soft, kept = db.session.execute(sums).one()
        bounces = GaugeMetricFamily("infocus_mail_bounces", "Mails that came back, as counted now", labels=["kind"])
        bounces.add_metric(["hard"], float(hard or 0))
        bounces.add_metric(["soft"], float(soft or 0))
        yield bounces
        stopped = select(func.count()).select_from(MailTrouble).where(MailTrouble.stopped_at.is_not(None))
        count = float(db.session.scalar(stopped) or 0)
        yield GaugeMetricFamily("infocus_mail_stopped_addresses", "Addresses that no mail goes to", value=count)
        yield GaugeMetricFamily("infocus_mail_kept_back", "Mails not sent to such addresses", value=float(kept or 0))


registry.register(LetterCollector())
