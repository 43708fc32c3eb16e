"""What a server measures of itself, as Prometheus reads it. Counts and times; no name, no code, no address."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

START_SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60)
SAVE_SECONDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
WAITING_AT_MOST = 512


class Meters(Collector):
    """One server's. `counters` are counted elsewhere and told of here as `leads_<name>_total`."""

    def __init__(self, counters: Counter[str]) -> None:
        self._counters = counters
        self.registry = CollectorRegistry()
        self.registry.register(self)
        self.started = Histogram(
            "leads_start_seconds", "From a page's prose to its kernel", buckets=START_SECONDS, registry=self.registry
        )
        self.saved = Histogram(
            "leads_save_seconds", "From an answer to its acknowledgement", buckets=SAVE_SECONDS, registry=self.registry
        )

    def gauge(self, name: str, says: str, value: Callable[[], float]) -> None:
        """Ask `value` whenever somebody looks."""
        Gauge(f"leads_{name}", says, registry=self.registry).set_function(value)

    def text(self) -> bytes:
        return generate_latest(self.registry)

    def collect(self) -> Iterator[Metric]:
        for name, count in sorted(self._counters.items()):
            yield CounterMetricFamily(f"leads_{name}", "Counted since the server began", value=count)


class SaveWatch:
    """One connection's answers that wait for their acknowledgement. It looks at kinds and numbers, never at an answer."""

    def __init__(self, meters: Meters) -> None:
        self._meters = meters
        self._asked: OrderedDict[tuple[str, Any], float] = OrderedDict()

    def inward(self, content: Mapping[str, Any]) -> None:
        """A widget's message on its way to the kernel."""
        told = _custom(content)
        if told.get("kind") == "answer" and isinstance(told.get("n"), int):
            self._asked[content["comm_id"], told["n"]] = time.monotonic()
            if len(self._asked) > WAITING_AT_MOST:
                self._asked.popitem(last=False)

    def outward(self, content: Mapping[str, Any]) -> str | None:
        """A widget's message on its way to the page; what became of an answer, where it says so."""
        told = _custom(content)
        if told.get("kind") not in ("saved", "refused"):
            return None
        began = self._asked.pop((content.get("comm_id", ""), told.get("n")), None)
        if began is not None and told["kind"] == "saved":
            self._meters.saved.observe(time.monotonic() - began)
        return str(told["kind"])


def _custom(content: Mapping[str, Any]) -> Mapping[str, Any]:
    data = content.get("data", {})
    told = data.get("content") if data.get("method") == "custom" else None
    return told if isinstance(told, dict) else {}
