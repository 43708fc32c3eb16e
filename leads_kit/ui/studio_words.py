"""The words that the studio's page needs."""

from __future__ import annotations

STUDIO_WORDS = (
    "studio.jump",
    "studio.add", "studio.add_now", "studio.add_row", "studio.add_step", "studio.added_step", "studio.again",
    "studio.agendas", "studio.answer", "studio.base", "studio.base_choice", "studio.client", "studio.colour",
    "studio.conflict", "studio.down", "studio.drag", "studio.empty", "studio.empty_changed", "studio.exercises",
    "studio.fault_at", "studio.faults", "studio.fields", "studio.filled", "studio.filter", "studio.from_accent",
    "studio.full", "studio.id", "studio.keep_over", "studio.key_move", "studio.keys", "studio.kind",
    "studio.lang.en", "studio.lang.fr", "studio.like_agenda", "studio.list", "studio.logo_away",
    "studio.logo_hint", "studio.logo_large", "studio.logo_none", "studio.logo_pick", "studio.logo_shown",
    "studio.min", "studio.more", "studio.moved", "studio.new_agenda", "studio.new_title", "studio.no",
    "studio.none_found", "studio.notes", "studio.nothing", "studio.nothing_unsaved", "studio.only_changed",
    "studio.others", "studio.overridden", "studio.own", "studio.phone", "studio.planned", "studio.preview",
    "studio.preview_lang", "studio.preview_none", "studio.preview_stale", "studio.question", "studio.redo",
    "studio.remove", "studio.remove_row", "studio.removed", "studio.restore", "studio.save", "studio.slack",
    "studio.state.base", "studio.state.changed", "studio.state.own", "studio.state.removed", "studio.step",
    "studio.step_minutes", "studio.step_removed", "studio.steps", "studio.sum_good", "studio.sum_less",
    "studio.sum_more", "studio.take_disk", "studio.taken_out", "studio.texts", "studio.title", "studio.undo",
    "studio.unsaved", "studio.up", "studio.width", "studio.yes",
)  # fmt: skip
