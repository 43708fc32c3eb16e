"""The questions of a one-page plan, as data: a coach renames them, leaves some out or adds others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator

from leads_kit.errors import SettingMisfit
from leads_kit.form import Choice, Day, Field, Line, Option, Paragraph
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Question(Spec):
    """One question; those that are not `essential` are asked in the full form only. `options` are for chips."""

    label: Text
    type: Literal["line", "paragraph", "chips", "day"] = "line"
    help: Text | None = None
    starter: Text | None = None
    essential: bool = False
    suggest: str = ""
    options: dict[str, Text] = Setting(default_factory=dict)
    most: Annotated[int, Setting(ge=1)] = 1

    def field(self, id: str) -> Field:
        """The question as a field of the form. On a one-page plan nothing must be answered, but essentials count as gaps."""
        extra = not self.essential
        match self.type:
            case "chips":
                options = tuple(Option(name, label) for name, label in self.options.items())
                return Choice(id, self.label, self.help, extra, extra, options=options, most=self.most)
            case "day":
                return Day(id, self.label, self.help, extra, extra)
            case "paragraph":
                return Paragraph(id, self.label, self.help, extra, extra, starter=self.starter, suggest=self.suggest)
        return Line(id, self.label, self.help, extra, extra, starter=self.starter, suggest=self.suggest)


class Section(Spec):
    """One card of the short form, so at least one of its questions is essential."""

    title: Text
    intro: Text | None = None
    questions: dict[str, Question]

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not any(question.essential for question in self.questions.values()):
            raise SettingMisfit("inessential")
        return self


class Settings(Spec):
    """Feedback and calendar know the questions `knowledge`, `user`, `message`, `action`, `channels`, `carrier` and `day`.

    Each of them may be missing. `most_words` is how many words a message has at the most before a hint is given.
    """

    sections: Annotated[dict[str, Section], Setting(min_length=1)]
    most_words: Annotated[int, Setting(ge=1)] = 25

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        asked = [id for id, _ in self.asked()]
        if len(asked) != len(set(asked)):
            raise SettingMisfit("question_twice")
        if any((question.type == "chips") != bool(question.options) for _, question in self.asked()):
            raise SettingMisfit("chips")
        return self

    def asked(self) -> Iterator[tuple[str, Question]]:
        """All questions with their ids, in order."""
        for section in self.sections.values():
            yield from section.questions.items()


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
