"""What `workshop.studio()` shows: a first page to choose a client or make one, then that client's studio in its place."""

from __future__ import annotations

from pathlib import Path

from ipywidgets import Layout, VBox

from leads_kit.errors import PackBroken
from leads_kit.packs import data_root
from leads_kit.packs.drafts.draft import Draft
from leads_kit.text import Say
from leads_kit.ui.studio import StudioWidget
from leads_kit.ui.studio_faults import said_where
from leads_kit.ui.studio_first import FirstWidget


class StudioPage(VBox):  # type: ignore[misc]
    """`client` is opened at once; where its files cannot be read, the first page says why."""

    def __init__(self, client: str | None, say: Say, root: Path | None = None) -> None:
        # A box that scrolls by itself would take the bar and the preview away with the page.
        super().__init__(layout=Layout(overflow="visible"))
        self._say, self._root = say, root or data_root()
        self._shown: FirstWidget | StudioWidget | None = None
        if client is None:
            self.first()
        else:
            self.enter(client)

    def first(self, problem: str = "", again: bool = False) -> None:
        """The page to choose from; `again` for a coach who came back to it, and is not sent on."""
        self._show(FirstWidget(self._root, self._say, self.enter, problem, again))

    def enter(self, client: str) -> None:
        try:
            self._show(StudioWidget(Draft.open(client, self._root), self._say, lambda: self.first(again=True)))
        except PackBroken as broken:
            self.first(said_where(broken.faults, self._say), again=True)

    def _show(self, one: FirstWidget | StudioWidget) -> None:
        before = self._shown
        self._shown = one
        self.children = (one,)
        if before is not None:
            before.close()
