"""Clients: what a folder says is seen, what it leaves out the base says; two whole examples, as different as real ones are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leads_kit.analysis.colours import contrast
from leads_kit.errors import PackBroken
from leads_kit.kinds import kind_of
from leads_kit.model import Pack
from leads_kit.packs import data_root, load_pack, load_samples, load_words, pack_from_json, pack_to_json
from leads_kit.text import Text, parted

EXAMPLES = ("health-authority", "referral-chapter")
HEALTH, CHAPTER = EXAMPLES
NAME = 'name: {en: "Acme", fr: "Acmé"}\n'
DARK = ("#14181d", "#1c2229", "#232a32", "#10151a")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
Acme = Callable[..., Path]


@pytest.fixture
def acme(tmp_path: Path) -> Acme:
    """A copy of the shipped data with a client `acme`: its own file, and others by name."""

    def make(client: str = NAME, **files: str) -> Path:
        root = tmp_path / "data"
        if not root.exists():
            shutil.copytree(data_root(), root)
        for name, text in {"client.yaml": client, **files}.items():
            path = root / "clients/acme" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return root

    return make


def said(root: Path) -> list[str]:
    say = load_words().say("en")
    with pytest.raises(PackBroken) as broken:
        load_pack("acme", root)
    return [f"{one.file}:{one.line}: {say(one.id, **one.values)}" for one in broken.value.faults]


def test_a_client_that_says_only_its_name_is_whole(acme: Acme) -> None:
    ours, base = load_pack("acme", acme()).client, load_pack().client
    assert ours.name == Text("Acme", "Acmé")
    assert (ours.contact, ours.look, ours.min_group, ours.terms) == (
        base.contact,
        base.look,
        base.min_group,
        base.terms,
    )


def test_a_client_without_a_name_does_not_take_the_bases(acme: Acme) -> None:
    assert said(acme("min_group: 6\n")) == ["data/clients/acme/client.yaml:1: “name” is missing"]


def test_own_terms_stand_on_a_set_and_a_misspelt_one_is_told(acme: Acme) -> None:
    own = 'terms: {like: health, the_customers: {en: "residents", fr: "les résidents"}}\n'
    terms = load_pack("acme", acme(NAME + own)).client.terms
    assert terms["the_customers"].en == "residents"
    assert terms["workplace"].en == "organisation"
    without = load_pack("acme", acme(NAME + own.replace("like: health, ", ""))).client.terms
    assert without["workplace"] == load_pack().client.terms["workplace"]
    assert "did you mean “the_customers”?" in said(acme(NAME + own.replace("the_customers:", "the_costumers:")))[0]
    assert "did you mean “health”?" in said(acme(NAME + own.replace("like: health", "like: helth")))[0]


@pytest.mark.parametrize("accent", ['"red"', "#0b6e6e", '"#0b6"'])
def test_a_colour_that_is_none_is_told_and_so_is_one_that_became_a_comment(acme: Acme, accent: str) -> None:
    assert "here belongs a colour in quotes" in said(acme(f"{NAME}look:\n  accent: {accent}\n"))[0]


@pytest.mark.parametrize("accent", ["#000000", "#7a1f4b", "#1f4e8c", "#ffff00", "#ffffff"])
def test_an_accent_for_the_dark_is_worked_out_and_can_be_read_there(acme: Acme, accent: str) -> None:
    look = load_pack("acme", acme(f'{NAME}look: {{accent: "{accent}"}}\n')).client.look
    assert look.accent == accent
    assert min(contrast(look.accent_dark, ground) for ground in DARK) >= 4.5


def test_a_client_of_one_language_needs_no_other_and_says_no_other(acme: Acme) -> None:
    own = 'name: {en: "Acme"}\nlanguages: [en]\n'
    overlay = 'exercises:\n  dc-wheel:\n    title: {en: "The shift"}\n'
    pack = load_pack("acme", acme(own, **{"exercises/dc-wheel.yaml": overlay}))
    assert pack.client.languages == ("en",)
    assert pack.exercises["dc-wheel"].title == Text("The shift", "The shift")
    assert all(text.en == text.fr for text in (*pack.prose.values(), *pack.words.texts.values()))
    faults = said(acme(own.replace("[en]", "[en, fr]")))
    assert any("“fr” is missing" in one for one in faults)


@pytest.mark.parametrize(
    ("given", "sentence"), [("[en, de]", "there are no words in “de”"), ("[]", "at least one language")]
)
def test_languages_are_those_that_the_kit_speaks(acme: Acme, given: str, sentence: str) -> None:
    assert sentence in said(acme(f"{NAME}languages: {given}\n"))[0]


OFFICIAL = """licence: {en: "Names by licence 12.", fr: "Noms selon la licence 12."}
names:
  DC: {en: "Coalitions, officially", fr: "Coalitions, officiellement"}
  DC1: {en: "Partnerships, officially", fr: "Partenariats, officiellement"}
"""


def test_official_wording_takes_the_labels_place_and_the_mark_away(acme: Acme) -> None:
    files = {"official.yaml": OFFICIAL}
    pack = load_pack("acme", acme(f"{NAME}official: official.yaml\n", **files))
    first, second = pack.framework.domains["develop-coalitions"].capabilities[:2]
    assert pack.framework.domains["develop-coalitions"].name.en == "Coalitions, officially"
    assert (first.label.en, first.name.en, first.unconfirmed) == ("Partnerships, officially",) * 2 + (False,)
    assert second.unconfirmed
    assert pack.framework.notice.fr.endswith("Noms selon la licence 12.")
    assert pack_from_json(pack_to_json(pack)) == pack


@pytest.mark.parametrize(
    ("named", "text", "sentence"),
    [
        ("official.yaml", OFFICIAL.replace("DC1", "DC9"), "there is no domain or capability “DC9”"),
        ("official.yaml", OFFICIAL.replace("names:", "nmaes:"), "did you mean “names”?"),
        ("officiel.yaml", OFFICIAL, "the file officiel.yaml is missing"),
        ("../base/client.yaml", OFFICIAL, "the file ../base/client.yaml is missing"),
    ],
)
def test_a_fault_in_official_wording_is_told(acme: Acme, named: str, text: str, sentence: str) -> None:
    assert any(sentence in one for one in said(acme(f"{NAME}official: {named}\n", **{"official.yaml": text})))


INTRO = 'exercises:\n  dc-wheel:\n    intro: {{en: "Look. {0}", fr: "Regardez. {0}"}}\n'


def test_a_picture_in_an_intro_is_kept_in_the_rooms_copy(acme: Acme) -> None:
    overlay = INTRO.format("![A corner](pictures/x.svg)").replace("Regardez. ![A corner]", "Regardez. ![Un coin]")
    pack = load_pack("acme", acme(**{"exercises/dc-wheel.yaml": overlay, "pictures/x.svg": DRAWING}))
    kept = pack_from_json(pack_to_json(pack))
    assert kept == pack
    text, (picture,) = parted(kept.exercises["dc-wheel"].intro.fr)
    assert (text, picture["alt"]) == ("Regardez.", "Un coin")
    assert picture["src"].startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        ("![](pictures/x.svg)", "what does “pictures/x.svg” show?"),
        ("![A corner](pictures/y.svg)", "there is no picture “pictures/y.svg”"),
        ("![A corner](https://example.org/x.svg)", "there is no picture"),
        ("![A corner](pictures/../client.yaml)", "there is no picture"),
    ],
)
def test_a_picture_without_words_or_without_a_file_is_told(acme: Acme, shown: str, sentence: str) -> None:
    files = {"exercises/dc-wheel.yaml": INTRO.format(shown), "pictures/x.svg": DRAWING}
    told = said(acme(**files))
    assert sentence in told[0]
    assert told[0].startswith("data/clients/acme/exercises/dc-wheel.yaml:3")


def test_a_picture_stands_only_where_a_page_draws_it(acme: Acme) -> None:
    overlay = INTRO.format("![A corner](pictures/x.svg)").replace("intro", "title")
    assert (
        "no picture can stand here" in said(acme(**{"exercises/dc-wheel.yaml": overlay, "pictures/x.svg": DRAWING}))[0]
    )


def test_a_drawing_that_acts_is_refused_as_a_logo(acme: Acme) -> None:
    look = f'{NAME}look: {{accent: "#0b6e6e", logo: pictures/x.svg}}\n'
    assert load_pack("acme", acme(look, **{"pictures/x.svg": DRAWING})).client.look.logo.startswith(
        "data:image/svg+xml"
    )
    acting = DRAWING.replace("<path", "<script>1</script><path")
    assert "data/clients/acme/pictures/x.svg:1" in said(acme(look, **{"pictures/x.svg": acting}))[0]


CONSENT = 'texts:\n  purpose: {en: "Ours.", fr: "Le nôtre."}\n'
EVALUATION = 'exercises:\n  evaluate:\n    settings:\n      lines: {en: "Lines", fr: "Lignes"}\n'


def test_changed_consent_and_evaluation_have_a_version_of_their_own(acme: Acme) -> None:
    plain = load_pack("acme", acme())
    changed = load_pack("acme", acme(**{"prose/consent.yaml": CONSENT, "exercises/evaluate.yaml": EVALUATION}))
    other = load_pack("acme", acme(**{"prose/consent.yaml": CONSENT.replace("Ours", "Theirs")}))
    base = load_pack()
    assert (plain.consent_version, evaluation(plain)) == (base.consent_version, evaluation(base)) == ("1", "1")
    assert changed.consent_version.startswith("1+")
    assert evaluation(changed).startswith("1+")
    assert other.consent_version not in (base.consent_version, changed.consent_version)
    assert pack_from_json(pack_to_json(changed)).consent_version == changed.consent_version


def evaluation(pack: Pack) -> str:
    version: str = pack.exercises["evaluate"].settings.version  # type: ignore[attr-defined]
    return version


# ---- the two examples ----


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Pack:
    return load_pack(request.param)


def test_the_examples_differ_as_clients_do() -> None:
    health, chapter = load_pack(HEALTH), load_pack(CHAPTER)
    assert (health.client.languages, chapter.client.languages) == (("en", "fr"), ("en",))
    assert (health.client.min_group, chapter.client.min_group) == (7, 5)
    assert health.client.terms["the_customers"].en == "patients and families"
    assert chapter.client.terms["the_customers"].en == "our customers"
    assert health.client.look.accent != chapter.client.look.accent
    assert health.consent_version != chapter.consent_version == "1"
    assert "patients and families" in health.exercises["ha-voice"].intro.en
    assert health.client.agenda == "ha-120"
    assert chapter.client.agenda == "rc-evening"


def test_an_examples_agenda_begins_with_the_check_in_and_ends_with_evaluation_and_take_home(example: Pack) -> None:
    agenda = example.agendas[example.client.agenda]
    does = [step.does for step in agenda.steps]
    assert agenda.minutes == 120
    assert does[:2] == ["arrive", "checkin"]
    assert does[-2:] == ["evaluate", "take-home"]


def test_an_example_has_a_logo_a_picture_and_samples_for_all_it_asks(example: Pack) -> None:
    texts = [*(one.intro.en for one in example.exercises.values()), *(one.en for one in example.prose.values())]
    assert example.client.look.logo.startswith("data:image/svg+xml;base64,")
    assert any(parted(text)[1] for text in texts)
    samples = load_samples(client=example.client.id, languages=example.client.languages)
    assert {one.lang for one in samples.values()} == set(example.client.languages)
    assert len(samples) >= example.client.min_group
    assert all(set(example.exercises) <= set(one.answers) for one in samples.values())


def test_every_invented_answer_fits_an_examples_exercises(example: Pack) -> None:
    samples = load_samples(client=example.client.id, languages=example.client.languages)
    for id, exercise in example.exercises.items():
        form = kind_of(exercise).form(exercise, example.words)
        assert [form.faults(one.answers[id]) for one in samples.values()] == [[]] * len(samples), id
