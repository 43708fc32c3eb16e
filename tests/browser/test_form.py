"""Claims about a form in a real browser; the kernel answers 800 ms late, the rest is the kit's own."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from form_page.driving import EVIL, IN_FRENCH, SMALL, Open, caret, kernel, sent, status
from playwright.sync_api import expect

FULL = {
    "partners": 2,
    "knowledge": "na",
    "picks": ["a", "c"],
    "step": "call the pharmacy lead",
    "contacts": [
        {"id": "r1", "name": "Pharmacy lead"},
        {"id": "r2", "name": "Ana"},
        {"id": "r3", "name": "Noor"},
    ],
    "knows": [["r1", "r2"]],
}
LOOKS = """(el) => {
    const { color, backgroundColor, fontWeight } = getComputedStyle(el);
    return [el.offsetWidth, el.offsetHeight, color, backgroundColor, fontWeight].join();
}"""
COUNT_BLANK = """() => {
    window.blank = 0;
    const look = () => {
        if (!document.querySelector(".feedback .plot .drawn svg")) window.blank += 1;
        requestAnimationFrame(look);
    };
    look();
}"""


def test_typing_undo_paste_and_an_input_method_lose_nothing_while_saves_are_late(open_form: Open) -> None:
    page = open_form()
    line = page.get_by_label("My first step")
    line.click()
    page.keyboard.type("abc def", delay=90)
    page.keyboard.press("Home")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1000)
    page.keyboard.type("XY", delay=150)
    expect(status(page)).to_have_text("Saved")
    assert (line.input_value(), caret(page)) == ("abcXY def", 5)
    page.evaluate("navigator.clipboard.writeText('pasted')")
    page.keyboard.press("Control+v")
    page.wait_for_timeout(1000)
    assert (line.input_value(), caret(page)) == ("abcXYpasted def", 11)
    page.keyboard.press("Control+z")
    page.wait_for_timeout(1000)
    assert (line.input_value(), caret(page)) == ("abcXY def", 5)
    cdp = page.context.new_cdp_session(page)
    for composed in ("に", "にほ", "にほん"):
        cdp.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        page.wait_for_timeout(600)
    cdp.send("Input.insertText", {"text": "日本"})
    assert (line.input_value(), caret(page)) == ("abcXY日本 def", 7)
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"step": "abcXY日本 def"}
    numbers = [one["n"] for one in sent(page)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) > 5


def test_saved_is_said_only_after_the_kernel_has_said_so(open_form: Open) -> None:
    page = open_form()
    page.get_by_label("My first step").type("call")
    page.wait_for_function("window.kernel.received.length")
    expect(status(page)).to_have_text("Saving…")
    kernel(page, "say({kind: 'saved', n: 0, problems: []})")
    expect(status(page)).to_have_text("Saving…")
    expect(status(page)).to_have_text("Saved")
    assert sent(page) == [{"kind": "answer", "answer": {"step": "call"}, "n": 1, "base": 0}]


def test_leaving_a_field_saves_at_once(open_form: Open) -> None:
    page = open_form()
    line = page.get_by_label("My first step")
    line.type("call")
    line.blur()
    assert len(sent(page)) == 1


def test_without_a_word_from_the_kernel_the_same_version_is_sent_again_and_the_page_says_so(
    open_form: Open,
) -> None:
    page = open_form()
    kernel(page, "alive = false")
    page.get_by_label("My first step").type("call")
    page.wait_for_function("window.kernel.received.length === 2")
    expect(status(page)).to_have_text("Saving…")
    assert sent(page) == [{"kind": "answer", "answer": {"step": "call"}, "n": 1, "base": 0}] * 2
    expect(status(page)).to_contain_text("Not saved yet", timeout=4000)
    kernel(page, "alive = true")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(status(page)).to_have_text("Saved")
    assert (kernel(page, "answer"), kernel(page, "n")) == ({"step": "call"}, 1)


def test_a_refusal_is_told_in_its_own_words_and_tried_again(open_form: Open) -> None:
    page = open_form()
    kernel(page, "alive = false")
    line = page.get_by_label("My first step")
    line.type("call")
    line.blur()
    kernel(page, "say({kind: 'refused', n: 1, text: 'The disk is full.'})")
    expect(status(page)).to_have_text("The disk is full.")
    kernel(page, "alive = true")
    expect(status(page)).to_have_text("Saved", timeout=5000)


def test_a_draft_survives_a_reload_and_is_saved_then(open_form: Open) -> None:
    page = open_form()
    kernel(page, "alive = false")
    page.get_by_label("My first step").type("call her")
    page.reload()
    expect(page.get_by_label("My first step")).to_have_value("call her")
    told = page.get_by_text("We put back what you had typed")
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"step": "call her"}
    # Saved sooner than anybody reads: it stays until it is read.
    expect(told).to_be_visible()
    page.get_by_role("button", name="Good as it is").click()
    expect(told).to_have_count(0)
    page.reload()
    expect(page.get_by_text("We put back what you had typed")).to_have_count(0)


def test_the_saved_version_can_be_taken_instead_of_a_draft_and_back(open_form: Open) -> None:
    page = open_form(answer={"step": "old"}, n=4)
    kernel(page, "alive = false")
    line = page.get_by_label("My first step")
    line.fill("new")
    page.reload()
    expect(status(page)).to_have_text("Saved")
    page.get_by_role("button", name="Use the version saved before").click()
    expect(line).to_have_value("old")
    page.get_by_role("button", name="Undo").click()
    expect(line).to_have_value("new")
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"step": "new"}


def test_a_draft_of_a_closed_round_is_shown_to_be_copied_and_never_sent(open_form: Open) -> None:
    page = open_form()
    kernel(page, "alive = false")
    page.get_by_label("My first step").type("call her")
    page.goto(page.url.replace(quote("{}"), quote('{"open": false}')))
    box = page.get_by_label("What you typed")
    assert box.input_value() == "My first step\ncall her"
    expect(page.get_by_label("My first step")).to_have_value("")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "My first step\ncall her"
    page.wait_for_timeout(600)
    assert sent(page) == []


@pytest.mark.parametrize(("button", "kept"), [("Keep this page’s", "mine"), ("Take the other", "theirs")])
def test_when_another_device_saved_later_both_are_shown_and_the_person_chooses(
    open_form: Open, button: str, kept: str
) -> None:
    page = open_form()
    line = page.get_by_label("My first step")
    line.type("mine")
    kernel(page, "answer = {step: 'theirs', partners: 5}")
    kernel(page, "n = 9")
    kernel(page, "say({kind: 'theirs', answer: kernel.answer, n: 9})")
    versions = page.locator(".version")
    expect(versions.nth(0)).to_contain_text("mine")
    expect(versions.nth(1)).to_contain_text("theirs")
    page.keyboard.type("!")
    expect(line).to_have_value("mine!")
    page.wait_for_timeout(700)
    assert sent(page) == []
    page.get_by_role("button", name=button).click()
    expect(line).to_have_value("mine!" if kept == "mine" else "theirs")
    expect(status(page)).to_have_text("Saved")
    assert (kernel(page, "answer.step"), kernel(page, "n")) == (("mine!", 10) if kept == "mine" else ("theirs", 9))
    expect(versions).to_have_count(0)


def test_a_draft_older_than_another_device_s_save_is_a_choice_too(open_form: Open) -> None:
    page = open_form()
    kernel(page, "alive = false")
    page.get_by_label("My first step").type("mine")
    page.goto(page.url.replace(quote("{}"), quote('{"answer": {"step": "theirs"}, "n": 6}')))
    expect(page.locator(".version")).to_have_count(2)
    page.get_by_role("button", name="Take the other").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("My first step")).to_have_value("mine")
    expect(status(page)).to_have_text("Saved")
    assert (kernel(page, "answer.step"), kernel(page, "n")) == ("mine", 7)


def test_our_own_words_coming_back_are_no_conflict(open_form: Open) -> None:
    page = open_form()
    line = page.get_by_label("My first step")
    line.type("one")
    page.wait_for_function("window.kernel.received.length")
    page.keyboard.type(" two")
    kernel(page, "say({kind: 'theirs', answer: {step: 'one'}, n: 1})")
    expect(page.locator(".version")).to_have_count(0)
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"step": "one two"}


def test_another_device_s_answer_appears_where_nothing_is_lost_and_spares_the_focused_field(
    open_form: Open,
) -> None:
    page = open_form(answer={"step": "same"}, n=1)
    line = page.get_by_label("My first step")
    line.click()
    kernel(page, "say({kind: 'theirs', answer: {step: 'same', partners: 4}, n: 2})")
    expect(page.locator("[data-field=partners] input").nth(3)).to_be_checked()
    kernel(page, "say({kind: 'theirs', answer: {step: 'other', partners: 4}, n: 3})")
    expect(line).to_have_value("same")
    expect(page.locator(".version")).to_have_count(2)


def test_text_from_people_stays_text_everywhere(open_form: Open) -> None:
    answer = {
        "step": EVIL,
        "why": EVIL,
        "contacts": [{"id": "r1", "name": EVIL}, {"id": "r2", "name": EVIL}],
        "knows": [["r1", "r2"]],
    }
    page = open_form(
        back=True,
        answer=answer,
        n=2,
        title=EVIL,
        intro=EVIL,
        feedback=[EVIL],
        offers=[{"id": "o", "preview": [EVIL], "ticked": False, "strip": EVIL}],
    )
    expect(page.get_by_label("My first step")).to_have_value(EVIL)
    page.get_by_role("button", name="Remove").first.click()
    kernel(page, f"say({json.dumps({'kind': 'saved', 'n': 2, 'problems': [{'field': 'step', 'text': EVIL}]})})")
    page.get_by_label("My first step").type("x")
    kernel(page, f"say({json.dumps({'kind': 'theirs', 'answer': {**answer, 'step': EVIL + '!'}, 'n': 9})})")
    expect(page.locator(".version")).to_have_count(2)
    page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
    assert page.locator("#here img, #here script").count() == 0


def test_everything_can_be_done_with_the_keyboard_alone(open_form: Open) -> None:
    page = open_form()
    press = page.keyboard.press
    page.locator(".sheet legend").first.focus()
    press("Tab")
    press("Space")
    press("ArrowRight")
    expect(page.locator("[data-field=partners] input").nth(1)).to_be_checked()
    press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Clear"
    press("Enter")
    expect(page.locator("[data-field=partners] :checked")).to_have_count(0)
    page.get_by_role("button", name="Add a person").focus()
    press("Enter")
    page.keyboard.type("Ana")
    press("Enter")
    page.get_by_role("button", name="I’m done").focus()
    press("Enter")
    expect(page.get_by_text("You said that you’re done.")).to_be_visible()
    expect(page.locator("[data-field=contacts] input[type=text]")).to_have_value("Ana")
    assert kernel(page, "answer.contacts[0].name") == "Ana"


def test_a_focused_control_shows_it(open_form: Open) -> None:
    page = open_form()
    page.locator(".sheet legend").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement.nextElementSibling).outlineWidth")
    assert outline == "3px"


def test_rows_come_go_and_come_back_with_their_pairs_and_the_focus_follows(open_form: Open) -> None:
    page = open_form(answer=FULL, n=1)
    chips = page.locator("[data-field=knows] fieldset fieldset")
    page.get_by_role("button", name="Remove Pharmacy lead").click()
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    expect(chips).to_have_count(2)
    expect(page.locator("[data-field=knows] :checked")).to_have_count(0)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "Pharmacy lead"
    expect(page.locator("[data-field=knows] :checked")).to_have_count(2)
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.contacts") == FULL["contacts"]
    assert kernel(page, "answer.knows") == [["r1", "r2"]]
    add = page.get_by_role("button", name="Add a person")
    add.click()
    assert page.evaluate("document.activeElement.type") == "text"
    expect(add).to_be_disabled()
    expect(page.get_by_text("4 is the most this list takes.")).to_be_visible()


def test_a_new_row_never_takes_the_id_of_a_removed_one(open_form: Open) -> None:
    page = open_form(answer={"contacts": [{"id": "r1", "name": "Ana"}]}, n=1)
    for name in ("Noor", "Sam"):
        page.get_by_role("button", name="Remove").first.click()
        page.get_by_role("button", name="Add a person").click()
        page.keyboard.type(name)
        page.get_by_role("button", name="Add a person").focus()
    ids = {row["id"] for one in sent(page) for row in one["answer"].get("contacts", [])} | {"r1"}
    assert len(ids) == 3


def test_who_knows_whom_is_drawn_both_ways_and_follows_the_names(open_form: Open) -> None:
    page = open_form(answer=FULL, n=1)
    groups = page.locator("[data-field=knows] fieldset fieldset")
    groups.nth(2).get_by_label("Ana").check()
    expect(groups.nth(1).get_by_label("Noor")).to_be_checked()
    page.locator("[data-field=contacts] input[type=text]").nth(2).fill("Noor B.")
    expect(groups.nth(2).locator("legend")).to_have_text("Noor B.")
    expect(groups.nth(1).get_by_label("Noor B.")).to_be_checked()
    groups.nth(0).get_by_label("Ana").uncheck()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.knows") == [["r2", "r3"]]


def test_a_choice_counts_and_stops_at_its_limit(open_form: Open) -> None:
    page = open_form(answer={"picks": ["a", "c"]}, n=1)
    picks = page.locator("[data-field=picks]")
    expect(picks).to_contain_text("2 of 3 chosen")
    picks.get_by_label("Reading the politics").check()
    expect(picks.get_by_label("Listening to those we serve")).to_be_disabled()
    picks.get_by_label("Choosing partners").uncheck()
    expect(picks.get_by_label("Listening to those we serve")).to_be_enabled()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.picks") == ["c", "d"]


def test_ten_thousand_characters_are_kept_on_the_page_and_the_excess_is_told(open_form: Open) -> None:
    page = open_form()
    page.evaluate(
        "() => { const found = [{field: 'why', text: 'Shorten it to 200.'}];"
        "kernel.problems = (answer) => (answer.why.length > 200 ? found : []) }"
    )
    why = page.get_by_label("Why this one?")
    why.fill("x" * 10_000)
    expect(page.locator("[data-field=why] .counter")).to_have_text("9,800 characters too many")
    problem = page.locator("[data-field=why] .problem")
    expect(problem).to_have_text("Shorten it to 200.")
    expect(status(page)).to_have_text("Saved, except what is marked")
    assert problem.get_attribute("id") in (why.get_attribute("aria-describedby") or "")
    assert (why.get_attribute("aria-invalid"), problem.get_attribute("role")) == ("true", "status")
    assert len(why.input_value()) == 10_000
    why.fill("y" * 170)
    expect(page.locator("[data-field=why] .counter")).to_have_text("30 characters left")
    expect(status(page)).to_have_text("Saved")
    expect(problem).to_have_text("")


def test_a_problem_in_a_row_stands_in_that_row(open_form: Open) -> None:
    page = open_form(answer=FULL, n=1)
    page.evaluate("() => { kernel.problems = () => [{field: 'contacts/r2/name', text: 'Too long.'}] }")
    page.get_by_label("My first step").fill("x")
    expect(page.locator(".rows > li").nth(1).locator("[data-field=name] .problem")).to_have_text("Too long.")
    expect(page.locator(".rows > li").nth(0).locator("[data-field=name] .problem")).to_have_text("")


def test_another_language_changes_the_words_and_keeps_text_focus_and_caret(open_form: Open) -> None:
    page = open_form()
    page.get_by_label("My first step").type("call her")
    page.keyboard.press("Home")
    page.evaluate(IN_FRENCH)
    line = page.get_by_label("Mon premier pas")
    expect(line).to_be_focused()
    assert (line.input_value(), caret(page)) == ("call her", 0)
    expect(status(page)).to_have_text("Enregistré")
    assert page.locator(".card").get_attribute("lang") == "fr"
    page.keyboard.press("Control+z")
    expect(line).not_to_have_value("call her")


def test_on_a_phone_one_card_at_a_time_without_what_only_the_full_form_asks(open_form: Open) -> None:
    page = open_form(width=390)
    expect(page.get_by_text("card 1 of 3")).to_be_visible()
    expect(page.locator(".sheet .group:visible")).to_have_count(1)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("card 2 of 3")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "A first step"
    expect(page.locator("[data-field=often]")).to_be_hidden()
    expect(page.get_by_text("0 of 7 answered")).to_be_visible()
    page.get_by_label("My first step").fill("call her")
    page.get_by_role("button", name="Show all at once").click()
    expect(page.locator(".sheet .group:visible")).to_have_count(3)
    expect(page.locator("[data-field=often]")).to_be_visible()
    expect(page.get_by_text("1 of 8 answered")).to_be_visible()
    expect(page.get_by_label("My first step")).to_have_value("call her")


def test_who_can_see_it_stands_under_each_part_and_on_each_card(open_form: Open) -> None:
    page = open_form()
    expect(page.locator(".sheet .sees:visible")).to_have_count(2)
    expect(page.locator(".group").nth(0).locator(".sees")).to_contain_text("figures of 5 people or more")
    page.get_by_role("button", name="One at a time").click()
    for strip in ("figures of 5 people", "Not shown to anyone", "Not shown to anyone"):
        expect(page.locator(".sheet .sees:visible")).to_have_count(1)
        expect(page.locator(".sheet .sees:visible")).to_contain_text(strip)
        if page.get_by_role("button", name="Next").is_enabled():
            page.get_by_role("button", name="Next").click()


def test_done_and_rather_not_are_equal_and_can_be_taken_back(open_form: Open) -> None:
    page = open_form()
    done, rather = (
        page.get_by_role("button", name="I’m done"),
        page.get_by_role("button", name="I’d rather not"),
    )
    assert done.evaluate(LOOKS) == rather.evaluate(LOOKS)
    rather.click()
    expect(page.get_by_text("You’d rather not, and that is fine.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    done.click()
    expect(page.get_by_text("You said that you’re done.")).to_be_visible()
    assert [one["kind"] for one in kernel(page, "received")] == ["decline", "resume", "finish"]


def test_a_tap_is_said_again_although_the_answer_sent_with_it_was_kept(open_form: Open) -> None:
    page = open_form()
    kernel(page, "alive = false")
    page.get_by_label("My first step").fill("call")
    page.get_by_role("button", name="I’m done").click()
    page.wait_for_timeout(900)
    assert [one["kind"] for one in kernel(page, "received")] == ["answer", "finish"]
    kernel(page, "say({kind: 'saved', n: 1, problems: []})")
    kernel(page, "alive = true")
    expect(page.get_by_text("You said that you’re done.")).to_be_visible()


def test_an_offer_is_given_by_a_tick_after_its_preview_and_taken_back(open_form: Open) -> None:
    page = open_form(back=True)
    offer = page.locator(".offer")
    expect(offer).to_contain_text("small, with no bridge")
    offer.get_by_role("checkbox").check()
    expect(offer.get_by_role("checkbox")).to_be_checked()
    page.wait_for_timeout(1000)
    offer.get_by_role("checkbox").uncheck()
    assert sent(page, "offer") == [
        {"kind": "offer", "part": "size", "ticked": True},
        {"kind": "offer", "part": "size", "ticked": False},
    ]


def test_closing_is_announced_counts_down_and_keeps_what_is_typed_in_sight(open_form: Open) -> None:
    page = open_form(answer={"partners": 3}, n=1)
    line = page.get_by_label("My first step")
    line.type("call")
    expect(status(page)).to_have_text("Saved")
    expect(page.get_by_role("timer")).to_have_count(0)
    assert page.locator(".keep").evaluate("(el) => getComputedStyle(el).position") == "static"
    top = line.bounding_box()
    kernel(page, "show({closes_at: new Date(Date.now() + 20000).toISOString()})")
    expect(page.get_by_role("timer")).to_have_text("Closes in 20 s. What you typed is kept.")
    expect(page.get_by_role("timer")).to_have_text("Closes in 19 s. What you typed is kept.")
    assert line.bounding_box() == top
    expect(line).to_be_focused()
    kernel(page, "alive = false")
    page.keyboard.type(" her")
    kernel(page, "show({open: false, closes_at: null})")
    expect(page.get_by_text("Closed. You can read what you gave")).to_be_visible()
    expect(line).to_have_value("call her")
    assert line.get_attribute("readonly") is not None
    expect(page.locator("[data-field=partners] input").nth(2)).to_be_checked()
    expect(page.locator("[data-field=partners] input").nth(2)).to_be_disabled()
    assert page.get_by_label("What you typed").input_value().endswith("My first step\ncall her")


def test_another_round_starts_with_its_own_answer(open_form: Open) -> None:
    page = open_form(answer={"step": "first round"}, n=3)
    kernel(page, "show({key: 'room/seat/sample/2', answer: {step: 'second round'}, n: 0})")
    expect(page.get_by_label("My first step")).to_have_value("second round")
    page.get_by_label("My first step").fill("new")
    page.get_by_label("My first step").blur()
    assert sent(page)[-1]["n"] == 1


@pytest.mark.parametrize(
    ("lang", "width", "scheme", "change"),
    [
        ("en", 1280, "light", {}),
        ("fr", 390, "dark", {}),
        ("en", 1280, "dark", {"progress": "done"}),
        ("fr", 1280, "light", {"open": False}),
    ],
)
def test_axe_finds_nothing_serious(open_form: Open, lang: str, width: int, scheme: str, change: dict[str, Any]) -> None:
    page = open_form(lang, width=width, scheme=scheme, back=True, answer=FULL, n=2, **change)
    page.wait_for_selector(".plot .drawn svg")
    if not change:
        page.locator("[data-field=step] input").evaluate(
            "(el) => { el.value += '!'; el.dispatchEvent(new Event('input')); }"
        )
        kernel(page, "say({kind: 'theirs', answer: {step: 'other'}, n: 9})")
        page.wait_for_selector(".version", state="attached")
    found = Axe().run(page).response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_at_320_pixels_nothing_scrolls_sideways_and_targets_are_large(open_form: Open, lang: str) -> None:
    page = open_form(lang, width=320, back=True, answer={**FULL, "step": "x" * 300}, n=2)
    page.wait_for_selector(".plot .drawn svg")
    for _ in range(3):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(SMALL) == []
        if page.locator(".pager .next").is_enabled():
            page.locator(".pager .next").click()
    page.locator(".meta button").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_picture_is_drawn_with_its_sentence_its_table_and_the_numbers_of_the_language(
    open_form: Open,
) -> None:
    page = open_form("fr", back=True)
    plot = page.locator(".feedback .plot").first
    expect(plot.locator("svg")).to_be_visible()
    expect(plot).to_contain_text("1,5")
    assert plot.get_attribute("aria-label") == page.locator(".sentence").first.text_content()
    page.locator(".feedback summary").first.click()
    expect(page.locator(".feedback table").first).to_contain_text("3.5")


def test_a_picture_takes_its_colours_from_the_theme_when_light_turns_dark(open_form: Open) -> None:
    page = open_form(back=True)
    mark = page.locator(".feedback .plot .mark-symbol path").first
    expect(mark).to_have_attribute("fill", "#0b6e6e")
    page.emulate_media(color_scheme="dark")
    expect(mark).to_have_attribute("fill", "#5cc2bb")


def test_a_picture_is_redrawn_for_a_new_width_and_never_blank(open_form: Open) -> None:
    page = open_form(back=True)
    svg = page.locator(".feedback .plot .drawn svg").first
    expect(svg).to_be_visible()
    wide = svg.bounding_box()
    page.evaluate(COUNT_BLANK)
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        f"document.querySelector('.feedback .plot .drawn svg').clientWidth < {(wide or {})['width']} - 20"
    )
    page.wait_for_timeout(500)
    assert page.evaluate("window.blank") == 0


def test_where_the_bundle_does_not_load_sentence_and_table_stay(open_form: Open) -> None:
    page = open_form()
    page.route("**/vega.js", lambda route: route.abort())
    page.evaluate("fetch('/state.json?back=1').then((r) => r.json()).then(({picture}) => kernel.show({picture}))")
    expect(page.get_by_text("The drawing could not be loaded")).to_be_visible()
    expect(page.locator(".feedback .sentence")).to_be_visible()
    page.locator(".feedback summary").click()
    expect(page.locator(".feedback table")).to_be_visible()


def test_modules_come_over_the_comm_once_per_browser(open_form: Open) -> None:
    page = open_form(back=True, query="&loader=1")
    page.get_by_label("My first step").type("call")
    expect(page.locator(".feedback .plot svg").first).to_be_visible()
    expect(status(page)).to_have_text("Saved")
    wanted = kernel(page, "wanted")
    assert {"comm.js", "theme.css", "form.js", "dom.js", "vega.js"} <= set(wanted)
    assert len(wanted) == len(set(wanted))
    page.reload()
    expect(page.locator(".feedback .plot svg").first).to_be_visible()
    assert kernel(page, "wanted") == ["comm.js"]


def test_other_files_replace_the_kept_ones(open_form: Open) -> None:
    page = open_form(query="&loader=1&base=one")
    page.goto(page.url.replace("base=one", "base=two"))
    expect(page.get_by_label("My first step")).to_be_visible()
    assert {"theme.css", "form.js"} <= set(kernel(page, "wanted"))
