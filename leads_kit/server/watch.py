"""How the server is: `/health` for a load balancer, `/metrics` as plain text counters."""

from __future__ import annotations

from leads_kit.server.base import Page


class Health(Page):
    """Answers only while the store does."""

    def get(self) -> None:
        self.desk.store.rooms()
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("ok\n")


class Metrics(Page):
    """Counts without names: `leads_<name>_total`, and kernels now."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        lines = [f"leads_{name}_total {count}" for name, count in sorted(self.desk.counters.items())]
        kernels = self.settings["kernel_manager"]
        lines.append(f"leads_kernels {len(kernels.list_kernel_ids())}")
        self.finish("\n".join(lines) + "\n")
