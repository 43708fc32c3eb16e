"""Claims about a feedback message: how it sounds aloud, gentle hints in both languages, and that nothing of it leaves."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Line
from leads_kit.kinds import kind_of
from leads_kit.kinds.feedback_message import Settings
from leads_kit.kinds.feedback_message.hints import Hints, Sort
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

GOOD = {
    "person": "the night shift lead",
    "situation": "yesterday, at the noon handover",
    "behaviour": "You asked each of us what still worried us",
    "effect": "I went home without a knot",
    "question": "how was it for you",
}
QUESTIONS: dict[Sort, list[str]] = {
    "open": [
        "How was it for you?", "what would help?", "And from your side, what happened?",
        "I want to get this right. What do you need", "For whom would that be useful?", "Which part would you keep?",
        "Comment l’as-tu vécu\u202f?", "Qu’est-ce qui t’aiderait\u202f?", "De quoi aurais-tu besoin\u202f?",
        "À quel moment l’as-tu senti\u202f?", "Toi, qu’en penses-tu\u202f?", "Que proposez-vous\u202f?",
        "Pour vous, comment était-ce", "Qui pourrait t’épauler\u202f?",
    ],
    "closed": [
        "Do you understand?", "Can you change that", "Is that clear?", "Don’t you think so?",
        "So, could you be on time?", "Okay?", "Have you thought about it?", "Would it help to meet earlier?",
        "Es-tu d’accord\u202f?", "Est-ce que tu comprends\u202f?", "Pouvez-vous arriver à l’heure\u202f?",
        "Y a-t-il un problème\u202f?", "D’accord\u202f?", "Tu peux changer cela\u202f?",
        "Et maintenant, veux-tu essayer\u202f?", "N’est-ce pas\u202f?", "Ne pourrais-tu pas m’appeler\u202f?",
    ],
    "why": ["Why did you do that?", "So why are you late?", "Pourquoi as-tu fait cela\u202f?", "Et pourquoi\u202f?"],
    "statement": ["Think about it.", "I expect better", "Pensez-y.", "Je vous écoute", "Merci", ""],
    "unknown": [
        "Could you tell me how you saw it?", "Would you rather begin on Tuesday or Thursday?",
        "Tell me more about it", "Tuesday?", "Peux-tu me dire comment tu l’as vu\u202f?",
        "Dites-moi ce qui vous aiderait", "Tu en penses quoi\u202f?", "C’était comment\u202f?",
    ],
}  # fmt: skip
SEEN = [
    "you asked each of us", "You said “we have no room”", "you came at 9:20", "three patients waited beside you",
    "you turned back to the screen", "tu m’as interrompue deux fois", "vous avez répondu avant la fin", "tu as levé les yeux",
    "elle a dit «\u00a0non\u00a0»",
]  # fmt: skip
UNSEEN = [
    "you were supportive", "you showed leadership", "your communication", "you failed", "helpful", "you made an effort",
    "tu étais motivée", "vous étiez à l’écoute", "tu as bien géré la chose", "communication",
]  # fmt: skip
# Words that say neither: no hint and no praise.
NEITHER = ["you held the door for the porter", "tu tenais la porte au livreur"]


@pytest.fixture
def message(pack: Pack) -> Exercise:
    return pack.exercises["eo1-feedback"]


@pytest.fixture
def hints(message: Exercise) -> Hints:
    assert isinstance(message.settings, Settings)
    return Hints(message.settings.words)


def told(pack: Pack, message: Exercise, given: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(message).feedback(message, given, pack.words.say(lang)))


@pytest.mark.parametrize(("sort", "question"), [(sort, one) for sort, listed in QUESTIONS.items() for one in listed])
def test_a_question_is_known_by_how_it_begins(hints: Hints, sort: Sort, question: str) -> None:
    assert hints.sort(question) == sort


@pytest.mark.parametrize("behaviour", SEEN)
def test_an_act_a_number_or_words_that_were_said_are_seen(hints: Hints, behaviour: str) -> None:
    assert hints.seen(behaviour)
    assert not hints.unseen(behaviour)


@pytest.mark.parametrize("behaviour", UNSEEN)
def test_what_no_camera_shows_is_not(hints: Hints, behaviour: str) -> None:
    assert hints.unseen(behaviour)
    assert not hints.seen(behaviour)


@pytest.mark.parametrize("behaviour", NEITHER)
def test_what_no_list_knows_is_neither_praised_nor_doubted(hints: Hints, behaviour: str) -> None:
    assert not hints.seen(behaviour)
    assert not hints.unseen(behaviour)


def test_the_message_is_put_together_as_one_would_say_it(pack: Pack, message: Exercise) -> None:
    text = told(pack, message, GOOD)
    assert (
        "For the night shift lead, aloud: “Yesterday, at the noon handover, you asked each of us what still worried us. "
        "I went home without a knot. How was it for you?”"
    ) in text


def test_signs_at_the_end_are_kept_and_not_doubled(pack: Pack, message: Exercise) -> None:
    given = GOOD | {
        "situation": "At noon. ",
        "behaviour": "R. B. said “no.”",
        "effect": "we\n stopped …",
        "question": "What now?!",
    }
    assert "“At noon, R. B. said “no.” We stopped … What now?!”" in told(pack, message, given)


def test_a_french_question_gets_its_sign_with_its_space(pack: Pack, message: Exercise) -> None:
    given = {"behaviour": "tu as noté les deux noms", "question": "comment l’as-tu vécu"}
    text = told(pack, message, given, "fr")
    assert "«\u00a0Tu as noté les deux noms. Comment l’as-tu vécu\u202f?\u00a0»" in text


def test_how_long_it_takes_is_told_and_a_speech_is_called_long(pack: Pack, message: Exercise) -> None:
    assert "takes about 10 seconds to say. What" in told(pack, message, GOOD)
    assert "takes about 75 seconds to say, longer than" in told(pack, message, {"behaviour": "you said it " * 62})
    assert "seconds" not in told(pack, message, {"question": "How was it?"})


def test_what_works_is_told_and_what_does_not_is_left_out(pack: Pack, message: Exercise) -> None:
    assert (
        "Good as it is: a moment you can both picture, an act one could see or hear, your own side of it and "
        "a question with room for an answer."
    ) in told(pack, message, GOOD)
    text = told(
        pack, message, GOOD | {"situation": "yesterday as usually", "behaviour": "you always asked", "question": "Ok?"}
    )
    assert "Good as it is: your own side of it." in text
    assert "Good as it is" not in told(
        pack, message, {"behaviour": "you said it rudely", "effect": "the line moved on"}
    )


def test_a_message_without_trouble_gets_no_hint_and_what_to_do_first(pack: Pack, message: Exercise) -> None:
    text = told(pack, message, GOOD)
    assert "Suggestions" not in text
    assert "ask whether now is a good moment" in text
    assert "good moment" not in told(pack, message, GOOD | {"effect": ""})
    assert "good moment" not in told(pack, message, GOOD | {"behaviour": "you were lazy"})


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"behaviour": "you answered carelessly"}, "“carelessly”: a verdict"),
        ({"effect": "That was unprofessional"}, "“unprofessional”: a verdict"),
        ({"behaviour": "You did a great job"}, "“great job”: a verdict"),
        ({"behaviour": "you are too loud"}, "“you are too”: this speaks of who"),
        ({"behaviour": "your attitude at the desk"}, "“attitude”: this speaks of who"),
        ({"behaviour": "you left because you wanted to hurt me"}, "“because you”: only they know"),
        ({"effect": "You don’t care about us"}, "“You don’t care”: only they know"),
        ({"behaviour": "You NEVER ask, you always tell"}, "“NEVER” and “always”: one exception"),
        ({"behaviour": "you were supportive"}, "“you were supportive”: what would a camera"),
        ({"situation": "Usually on Mondays"}, "“Usually”: that covers many"),
        ({"question": "Is that clear?"}, "“Is that clear?”: a yes or a no"),
        ({"question": "Why did you?"}, "“Why did you?”: a “why” can sound"),
        ({"question": "Think about it"}, "“Think about it”: this does not ask"),
        ({"behaviour": "she asked each of us"}, "“she asked each of us”: said to their face"),
    ],
)
def test_a_hint_quotes_the_words_it_is_about(pack: Pack, message: Exercise, given: dict[str, str], hint: str) -> None:
    text = told(pack, message, given)
    assert "Suggestions only, if they help:" in text
    assert hint in text
    assert hint not in told(pack, message, GOOD)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"behaviour": "Tu es vraiment paresseux"}, "«\u00a0paresseux\u00a0»\u00a0: un verdict"),
        ({"behaviour": "Vous êtes trop lente"}, "«\u00a0Vous êtes trop\u00a0»\u00a0: ces mots parlent"),
        ({"behaviour": "Tu l’as fait exprès"}, "«\u00a0exprès\u00a0»\u00a0: cette personne seule"),
        ({"behaviour": "Tu n’écoutes jamais"}, "«\u00a0jamais\u00a0»\u00a0: une seule exception"),
        ({"behaviour": "tu as bien communiqué"}, "«\u00a0tu as bien communiqué\u00a0»\u00a0: qu’en montrerait"),
        ({"situation": "d’habitude, le lundi"}, "«\u00a0d’habitude\u00a0»\u00a0: cela couvre"),
        ({"question": "Es-tu d’accord\u202f?"}, "«\u00a0Es-tu d’accord\u202f?\u00a0»\u00a0: un oui ou un non"),
        ({"question": "Pourquoi\u202f?"}, "un «\u00a0pourquoi\u00a0» peut sonner"),
        ({"question": "Pensez-y"}, "«\u00a0Pensez-y\u00a0»\u00a0: cela ne demande rien"),
        ({"behaviour": "elle a levé les yeux"}, "«\u00a0elle a levé les yeux\u00a0»\u00a0: dit en face"),
    ],
)
def test_the_same_hints_are_told_in_french(pack: Pack, message: Exercise, given: dict[str, str], hint: str) -> None:
    assert hint in told(pack, message, given, "fr")


def test_french_words_are_understood_on_an_english_page_and_the_other_way_round(pack: Pack, message: Exercise) -> None:
    assert "“jamais”: one exception" in told(pack, message, {"behaviour": "tu n’écoutes jamais"})
    assert "«\u00a0never\u00a0»" in told(pack, message, {"behaviour": "you never listen"}, "fr")


def test_a_verdict_is_asked_for_what_was_seen_once_and_not_twice(pack: Pack, message: Exercise) -> None:
    text = told(pack, message, {"behaviour": "you were lazy and unhelpful"})
    assert "“lazy”: a verdict" in text
    assert "camera" not in text


def test_words_that_somebody_said_are_left_alone(pack: Pack, message: Exercise) -> None:
    given = {"behaviour": "You said “you are always lazy”"}
    assert "Suggestions" not in told(pack, message, given)
    assert "an act one could see or hear" in told(pack, message, given)


def test_the_effect_may_speak_of_always_and_of_what_one_felt(pack: Pack, message: Exercise) -> None:
    given = GOOD | {"effect": "I felt great, and I will never forget it", "question": "What did you want to reach?"}
    assert "Suggestions" not in told(pack, message, given)


def test_three_hints_are_the_most_and_the_graver_ones_come_first(pack: Pack, message: Exercise) -> None:
    given = {
        "situation": "usually", "behaviour": "you are so rude, you never care because you think it is fun",
        "question": "Why?",
    }  # fmt: skip
    say = pack.words.say("en")
    told_at = kind_of(message).feedback(message, given, say)
    start = told_at.index(say("feedback_message.hints")) + 1
    hinted = [one for one in told_at[start:] if one.startswith("“")]
    assert [one.split(":")[0] for one in hinted] == ["“rude”", "“you are so”", "“because you”"]


def test_what_is_left_open_is_named_and_hints_never_stand_in_the_way(pack: Pack, message: Exercise) -> None:
    text = told(pack, message, {"person": "R. B.", "behaviour": "you never ask"})
    assert "Still open: “The moment”, “What came of it” and “One question”." in text
    assert "Still open: “One question”. One line is enough." in told(pack, message, GOOD | {"question": " "})
    form = kind_of(message).form(message, pack.words)
    assert form.faults(GOOD | {"behaviour": "you are lazy", "question": "Why?"}) == []
    assert form.gaps(GOOD) == []


def test_the_person_comes_first_and_goes_on_to_later_exercises(pack: Pack, message: Exercise) -> None:
    first, *others = kind_of(message).form(message, pack.words).fields
    assert isinstance(first, Line)
    assert (first.id, first.suggest) == ("person", "people")
    assert [one.id for one in others] == ["situation", "behaviour", "effect", "question"]
    assert kind_of(message).gives(message, {"person": " R. B. "}) == {"people": ("R. B.",)}
    assert kind_of(message).gives(message, {"person": " "}) == {}


def test_all_of_it_is_private_and_nothing_is_summed_up_or_drawn(pack: Pack, message: Exercise) -> None:
    kind = kind_of(message)
    assert {part.tier for part in kind.parts(message)} == {Tier.PRIVATE}
    assert kind.summary(message, [GOOD, GOOD]) == ()
    assert kind.offer(message, GOOD) == {}
    assert kind.own_picture(message, GOOD, pack.words.say("en")) is None


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_list_contradicts_another(message: Exercise, lang: Lang) -> None:
    assert isinstance(message.settings, Settings)
    lists = {name: {one.strip() for one in text.of(lang).split(",")} for name, text in message.settings.words.items()}
    for one, other in (
        ("seen", "unseen"),
        ("open", "closed"),
        ("open", "openers"),
        ("moments", "general"),
        ("why", "open"),
    ):
        assert not lists[one] & lists[other] - {"–"}
