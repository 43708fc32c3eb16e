"""The now panel, and under it the cards of exercises that the page's notebook has no place for."""

from __future__ import annotations

from ipywidgets import VBox

from leads_kit.ui._widget import plain_layout
from leads_kit.ui.card import Card
from leads_kit.ui.now import NowWidget


class Guests(VBox):  # type: ignore[misc]
    """A card once seated stays, because what is typed in it must not go while the page is open."""

    def __init__(self) -> None:
        super().__init__(layout=plain_layout())
        self._seated: dict[str, Card] = {}
        self._above: tuple[NowWidget, ...] = ()

    def under(self, panel: NowWidget) -> None:
        self._above = (panel,)
        self._lay()

    def seat(self, exercise: str, card: Card) -> None:
        self._seated[exercise] = card
        self._lay()

    def take(self, exercise: str) -> None:
        """Away with a card whose exercise has a place of its own after all."""
        card = self._seated.pop(exercise, None)
        if card is not None:
            self._lay()
            card.close()

    @property
    def seated(self) -> tuple[str, ...]:
        """The exercises with a card here."""
        return tuple(self._seated)

    def _lay(self) -> None:
        self.children = (*self._above, *self._seated.values())
