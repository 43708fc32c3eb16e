"""How the server is: `/health` for a load balancer, `/metrics` for Prometheus."""

from __future__ import annotations

from leads_kit.server.base import Page
from leads_kit.server.kernels import LeadsKernels
from leads_kit.server.meters import Meters

SAYS = {"ok": 200, "warming": 503, "full": 503}


class Health(Page):
    """`ok` while the store answers and a page would get its kernel at once; else `warming` or `full`, and 503."""

    def get(self) -> None:
        self.desk.store.rooms()
        kernels: LeadsKernels = self.settings["kernel_manager"]
        state = "full" if kernels.admission.full else "ok" if kernels.ready else "warming"
        self.set_status(SAYS[state])
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{state}\n")


class Metrics(Page):
    """Counts and times without names."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(self.desk.meters.text())


def measure(meters: Meters, kernels: LeadsKernels) -> None:
    """Have the meters tell what kernels there are."""
    meters.gauge("kernels", "Kernels now", lambda: len(kernels.list_kernel_ids()))
    meters.gauge("participants", "Seats whose page is connected now", lambda: kernels.participants)
    meters.gauge("queue", "Pages that wait for their turn to start", lambda: kernels.admission.queued)
    meters.gauge("spares", "Kernels that wait for somebody", lambda: kernels.spares)
