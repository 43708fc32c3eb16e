"""Claims about lists, the grid over two of them, what is offered again, and how calm a phone stays; in a real browser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from form_page.driving import EVIL, IN_FRENCH, SMALL, Open, kernel, sent, status
from playwright.sync_api import Locator, Page, expect

FULL = {
    "goal": "a clinic day",
    "sure": 7,
    "change": -1,
    "strong": ["b", "g"],
    "needs": [{"id": "n1", "need": "care"}, {"id": "n2", "need": "money"}],
    "people": [
        {"id": "p1", "name": "R. B.", "reach": 8, "stance": 1},
        {"id": "p2", "name": "The clinic lead", "reach": 3},
    ],
    "help": {"n1": {"me": 2, "p1": 3}, "n2": {"p2": 0}},
}
NARROWEST = """(least) => [...document.querySelectorAll("#here .face")]
    .filter((el) => el.checkVisibility() && el.offsetWidth < least)
    .map((el) => [el.textContent, el.offsetWidth])"""
LINES = "(all) => new Set(all.map((el) => Math.round(el.getBoundingClientRect().top))).size"
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"


def mark(page: Page, row: str, column: str, value: str) -> Locator:
    return page.get_by_role("radio", name=f"{row} – {column}: {value}", exact=True)


def offered(page: Page, field: str) -> Locator:
    return page.locator(f"[data-field={field}] .offered button")


def turn(page: Page, pages: int) -> None:
    for _ in range(pages):
        page.get_by_role("button", name="Next").click()


# ---- the grid


def test_a_grid_is_marked_with_the_keyboard_alone(open_form: Open) -> None:
    page = open_form(form="helpers", answer={**FULL, "help": {}}, n=1)
    press = page.keyboard.press
    mark(page, "Home care", "me", "0").focus()
    press("Space")
    press("ArrowRight")
    expect(mark(page, "Home care", "me", "1")).to_be_focused()
    expect(mark(page, "Home care", "me", "1")).to_be_checked()
    press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Clear Home care – me"
    press("Tab")
    press("ArrowLeft")
    expect(mark(page, "Home care", "R. B.", "3")).to_be_checked()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.help") == {"n1": {"me": 1, "p1": 3}}
    page.get_by_role("button", name="Clear Home care – me").focus()
    press("Enter")
    expect(mark(page, "Home care", "me", "0")).to_be_focused()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.help") == {"n1": {"p1": 3}}
    page.get_by_role("button", name="Clear Home care – R. B.").click()
    expect(status(page)).to_have_text("Saved")
    assert "help" not in kernel(page, "answer")


def test_fingers_that_are_faster_than_the_kernel_lose_no_mark(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, touch=True, answer={**FULL, "help": {}}, n=1)
    for _ in range(3):
        page.get_by_role("button", name="Next").tap()
    taps = [(row, column, value) for row in ("Home care", "Money") for column, value in (("me", "3"), ("R. B.", "1"))]
    for one in taps:
        mark(page, *one).tap()
        page.wait_for_timeout(450)
    for one in taps:
        expect(mark(page, *one)).to_be_checked()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.help") == {"n1": {"me": 3, "p1": 1}, "n2": {"me": 3, "p1": 1}}
    assert len(sent(page)) > 1


def test_a_grid_follows_the_lists_it_stands_on_and_remembers_what_was_removed(open_form: Open) -> None:
    page = open_form(form="helpers", answer=FULL, n=1)
    page.locator("[data-field=people] input[type=text]").first.fill("Dr. N.")
    expect(mark(page, "Home care", "Dr. N.", "3")).to_be_checked()
    page.locator("[data-field=needs] .row").first.get_by_label("Trust").check()
    expect(mark(page, "Trust", "Dr. N.", "3")).to_be_checked()
    page.get_by_role("button", name="Remove Dr. N.").click()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.help") == {"n1": {"me": 2}, "n2": {"p2": 0}}
    page.keyboard.press("Enter")
    expect(mark(page, "Trust", "Dr. N.", "3")).to_be_checked()
    page.get_by_role("button", name="Remove Money").click()
    expect(page.locator("[data-field=help] .grid-rows > fieldset")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer.help") == FULL["help"]
    page.get_by_role("button", name="Add a need").click()
    expect(page.locator("[data-field=help] legend").last).to_have_text("Number 3")


def test_an_answer_from_elsewhere_forgets_nothing_that_was_removed_here(open_form: Open) -> None:
    page = open_form(form="helpers", answer=FULL, n=1)
    page.get_by_role("button", name="Remove R. B.").click()
    expect(status(page)).to_have_text("Saved")
    page.get_by_label("Humour").focus()
    theirs = {**kernel(page, "answer"), "help": {"n1": {"me": 0}}}
    kernel(page, f"say({json.dumps({'kind': 'theirs', 'answer': theirs, 'n': 9})})")
    expect(mark(page, "Home care", "me", "0")).to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(mark(page, "Home care", "R. B.", "3")).to_be_checked()
    expect(page.locator("[data-field=help] :checked")).to_have_count(2)


def test_a_row_taken_away_elsewhere_moves_no_other_and_the_caret_stays(open_form: Open) -> None:
    page = open_form(form="helpers", answer=FULL, n=1, joint=True)
    line = page.locator("[data-field=people] input[type=text]").nth(1)
    line.focus()
    page.keyboard.press("End")
    theirs = {**FULL, "people": FULL["people"][1:], "help": {"n1": {"me": 2}, "n2": {"p2": 0}}}
    kernel(page, f"say({json.dumps({'kind': 'theirs', 'answer': theirs, 'n': 9})})")
    left = page.locator("[data-field=people] input[type=text]")
    expect(left).to_have_count(1)
    expect(left).to_be_focused()
    page.keyboard.type("!")
    expect(left).to_have_value("The clinic lead!")


def test_without_rows_a_grid_says_what_it_waits_for(open_form: Open) -> None:
    page = open_form(form="helpers")
    grid = page.locator("[data-field=help]")
    expect(grid).to_contain_text("As soon as there is something on your lists above")
    expect(grid.locator(".anchors")).to_be_hidden()
    page.get_by_role("button", name="Add a need").click()
    expect(grid).not_to_contain_text("As soon as")
    expect(grid.locator(".anchors")).to_contain_text("best of all")
    expect(mark(page, "Number 1", "me", "0")).to_be_visible()


def test_another_language_renames_a_grid_and_keeps_its_marks_and_the_focus(open_form: Open) -> None:
    page = open_form(form="helpers", answer=FULL, n=1)
    mark(page, "Home care", "R. B.", "3").focus()
    page.evaluate(IN_FRENCH)
    radio = page.get_by_role("radio", name="Des soins à domicile – R. B.\u00a0: 3", exact=True)
    expect(radio).to_be_focused()
    expect(radio).to_be_checked()
    expect(page.get_by_role("radio", name="Des soins à domicile – moi\u00a0: 2", exact=True)).to_be_checked()
    expect(page.locator("[data-field=help] :checked")).to_have_count(3)
    expect(page.get_by_role("button", name="Effacer Des soins à domicile – moi")).to_be_visible()
    expect(page.get_by_role("button", name="Ajouter Noor")).to_be_visible()
    assert sent(page) == []


def test_names_from_people_stay_names(open_form: Open) -> None:
    people = [{"id": "p1", "name": EVIL}, {"id": "p2", "name": "👩🏽‍⚕️ " * 10}, {"id": "p3", "name": "مركز الرعاية"}]
    answer = {"needs": [{"id": "n1"}], "people": people, "help": {"n1": {"p1": 1}}}
    given = {"people": [EVIL[:50], "שלום"], "goal": [EVIL]}
    page = open_form(form="helpers", width=360, answer=answer, n=1, suggestions=given)
    for _ in range(4):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        if page.get_by_role("button", name="Next").is_enabled():
            turn(page, 1)
    expect(mark(page, "Number 1", EVIL, "1")).to_be_checked()
    expect(page.locator("[data-field=help] .column").nth(3)).to_have_text("مركز الرعاية")
    assert (
        page.locator("[data-field=help] .column").nth(3).evaluate("(el) => getComputedStyle(el).unicodeBidi")
        == "isolate"
    )
    page.get_by_role("button", name="Show all at once").click()
    offered(page, "people").first.click()
    expect(page.locator("[data-field=people] input[type=text]").last).to_have_value(EVIL[:50])
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("#here img, #here script").count() == 0


def test_two_versions_of_an_answer_are_told_by_names(open_form: Open) -> None:
    page = open_form(form="helpers", answer=FULL, n=1)
    mark(page, "Home care", "me", "3").check()
    theirs = {**FULL, "help": {"n2": {"me": 1}}, "change": 2}
    kernel(page, f"say({json.dumps({'kind': 'theirs', 'answer': theirs, 'n': 9})})")
    mine, other = page.locator(".version").nth(0), page.locator(".version").nth(1)
    expect(mine).to_contain_text("Home care: me 3, R. B. 3")
    expect(mine).to_contain_text("Money: The clinic lead 0")
    expect(mine).to_contain_text("−1")
    expect(other).to_contain_text("Money: me 1")
    expect(other).to_contain_text("+2")


# ---- what was written earlier


def test_a_line_takes_what_was_written_earlier_and_keeps_the_focus(open_form: Open) -> None:
    page = open_form(form="helpers", suggestions={"goal": ["A clinic day", "x" * 121, "  ", "a CLINIC day"]})
    line = page.get_by_label("What do I want to reach?")
    chip = page.get_by_role("button", name="Use A clinic day")
    expect(offered(page, "goal")).to_have_count(1)
    chip.focus()
    page.keyboard.press("Enter")
    expect(line).to_be_focused()
    expect(line).to_have_value("A clinic day")
    expect(chip).to_be_hidden()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"goal": "A clinic day"}
    page.keyboard.type("!")
    expect(line).to_have_value("A clinic day!")
    line.fill("")
    expect(chip).to_be_visible()


def test_a_list_takes_earlier_names_one_tap_each(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, touch=True)
    for _ in range(2):
        page.get_by_role("button", name="Next").tap()
    expect(page.get_by_role("group", name="From what you wrote earlier")).to_be_visible()
    page.get_by_role("button", name="Add R. B.").tap()
    assert page.evaluate(FOCUSED) == "Add Noor"
    expect(page.get_by_role("button", name="Add R. B.")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Added: R. B.")).to_have_count(1)
    page.get_by_role("button", name="Add Ana").tap()
    assert page.evaluate(FOCUSED) == "Add The clinic lead"
    page.get_by_role("button", name="Add Noor").tap()
    expect(offered(page, "people")).to_have_count(0)
    expect(page.get_by_text("In the short form, 3 are enough")).to_be_focused()
    expect(status(page)).to_have_text("Saved")
    assert [row["name"] for row in kernel(page, "answer.people")] == ["R. B.", "Ana", "Noor"]
    page.locator(".fold").nth(1).tap()
    page.get_by_role("button", name="Remove Ana").tap()
    expect(page.get_by_role("button", name="Add Ana")).to_be_visible()
    expect(page.get_by_role("button", name="Add R. B.")).to_have_count(0)


def test_names_that_are_there_already_are_not_offered_whatever_their_accents(open_form: Open) -> None:
    names = ["NOÉ", "Noe", " r.  b. ", *(f"Person {at}" for at in range(20))]
    answer = {"people": [{"id": "p1", "name": "noé"}, {"id": "p2", "name": "R. B."}]}
    page = open_form(form="helpers", answer=answer, n=1, suggestions={"people": names})
    expect(offered(page, "people")).to_have_count(12)
    expect(offered(page, "people").first).to_have_text("Person 0")
    page.locator("[data-field=people] input[type=text]").first.fill("Someone else")
    expect(offered(page, "people").first).to_have_text("NOÉ")


def test_nothing_is_offered_where_nothing_can_be_added(open_form: Open) -> None:
    page = open_form(form="helpers", answer={"people": FULL["people"]}, n=1, open=False)
    expect(page.locator(".offered button:visible")).to_have_count(0)


# ---- the short form


def test_the_short_form_takes_fewer_rows_and_says_where_more_fit(open_form: Open) -> None:
    page = open_form(form="helpers", width=390)
    turn(page, 2)
    add = page.get_by_role("button", name="Add someone")
    for name in ("Ana", "Noor", "Sam"):
        add.click()
        page.keyboard.type(name)
    expect(add).to_be_disabled()
    expect(page.get_by_text("In the short form, 3 are enough; “Show all at once” lets you add more.")).to_be_visible()
    page.get_by_role("button", name="Show all at once").click()
    expect(add).to_be_enabled()
    expect(page.get_by_text("In the short form, 3 are enough")).to_have_count(0)
    add.click()
    page.keyboard.type("Lee")
    page.get_by_role("button", name="One at a time").click()
    expect(page.locator("[data-field=people] .rows > li")).to_have_count(4)
    expect(add).to_be_disabled()
    expect(status(page)).to_have_text("Saved")
    assert [row["name"] for row in kernel(page, "answer.people")] == ["Ana", "Noor", "Sam", "Lee"]


def test_long_lists_fold_to_their_names_and_one_row_is_open_at_a_time(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, answer=FULL, n=1)
    turn(page, 2)
    rows = page.locator("[data-field=people] .rows > li")
    folds = rows.locator(".fold")
    expect(rows.locator(".fields:visible")).to_have_count(0)
    expect(folds.nth(1)).to_have_text("The clinic lead1 of 2 answered")
    folds.nth(1).click()
    expect(folds.nth(1)).to_have_attribute("aria-expanded", "true")
    expect(rows.nth(1).get_by_role("button", name="Remove The clinic lead")).to_be_visible()
    expect(rows.nth(1).get_by_text("I have written to them")).to_be_hidden()
    folds.nth(0).focus()
    page.keyboard.press("Enter")
    expect(rows.locator(".fields:visible")).to_have_count(1)
    expect(folds.nth(0)).to_be_focused()
    page.get_by_role("button", name="Add someone").click()
    page.keyboard.type("Noor")
    expect(rows.locator(".fields:visible")).to_have_count(1)
    expect(rows.nth(2).locator("input[type=text]")).to_have_value("Noor")
    page.get_by_role("button", name="Show all at once").click()
    expect(rows.locator(".fields:visible")).to_have_count(3)
    expect(rows.nth(1).get_by_text("I have written to them")).to_be_visible()
    expect(folds.first).to_be_hidden()


def test_a_folded_row_opens_where_something_could_not_be_kept(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, answer=FULL, n=1)
    page.evaluate("() => { kernel.problems = () => [{field: 'people/p2/name', text: 'Too long.'}] }")
    page.get_by_label("What do I want to reach?").fill("x")
    turn(page, 2)
    expect(page.get_by_text("Too long.")).to_be_visible()
    assert page.locator("[data-field=people] .fields:visible").count() == 1


def test_a_row_stays_open_under_the_caret_when_its_problem_is_mended(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, answer=FULL, n=1)
    page.evaluate("() => { kernel.problems = () => [{field: 'people/p2/name', text: 'Too long.'}] }")
    page.get_by_label("What do I want to reach?").fill("x")
    turn(page, 2)
    people = page.locator("[data-field=people]")
    line = people.locator(".rows > li").nth(1).locator("input[type=text]")
    people.locator(".fold").first.click()
    expect(people.locator(".fields:visible")).to_have_count(2)
    line.focus()
    page.evaluate("() => { kernel.problems = () => [] }")
    page.locator("[data-field=goal] input").evaluate(
        "(el) => { el.value = 'y'; el.dispatchEvent(new Event('input')); }"
    )
    expect(people.get_by_text("Too long.")).to_have_count(0)
    expect(status(page)).to_have_text("Saved")
    expect(line).to_be_focused()
    page.keyboard.type("?")
    expect(line).to_have_value("The clinic lead?")
    expect(people.locator(".fields:visible")).to_have_count(1)


# ---- scales and choices on a phone


def test_a_scale_of_eleven_stands_in_two_lines_on_a_phone_and_in_one_on_a_page(open_form: Open) -> None:
    for width, lines in ((390, 2), (358, 2), (1280, 1)):
        page = open_form(form="helpers", width=width)
        faces = page.locator("[data-field=sure] .face")
        expect(faces).to_have_count(11)
        assert faces.evaluate_all(LINES) == lines


def test_a_scale_with_both_signs_shows_a_minus_and_a_plus(open_form: Open) -> None:
    page = open_form(form="helpers")
    change = page.locator("[data-field=change]")
    assert change.locator(".face").all_text_contents() == ["−2", "−1", "0", "+1", "+2"]
    assert change.locator(".anchors b").all_text_contents() == ["−2", "0", "+2"]
    change.get_by_label("−1").check()
    expect(status(page)).to_have_text("Saved")
    assert kernel(page, "answer") == {"change": -1}


def test_twelve_short_options_stand_side_by_side_and_stop_at_their_limit(open_form: Open) -> None:
    page = open_form(form="helpers", width=390, answer={"strong": ["a", "b", "c"]}, n=1)
    strong = page.locator("[data-field=strong]")
    assert strong.locator(".face").evaluate_all(LINES) <= 6
    strong.get_by_label("A car").check()
    expect(strong.get_by_label("Humour")).to_be_disabled()
    expect(strong).to_contain_text("4 of 4 chosen")


def test_where_every_option_may_be_taken_nothing_is_counted(open_form: Open) -> None:
    page = open_form(form="helpers", answer={"strong": ["a"]}, n=1)
    strong = page.locator("[data-field=strong]")
    expect(strong).to_contain_text("1 of 4 chosen")
    page.evaluate("""async () => {
        const { form } = await (await fetch("/state.json?form=helpers")).json();
        form.groups[0].fields.find((one) => one.id === "strong").most = 12;
        kernel.show({ form });
    }""")
    expect(strong).not_to_contain_text("chosen")
    strong.get_by_label("Humour").check()
    expect(strong).not_to_contain_text("chosen")


def test_short_anchors_take_few_lines_of_a_phone(open_form: Open) -> None:
    page = open_form(form="helpers", width=390)
    assert page.locator("[data-field=sure] .anchors li").evaluate_all(LINES) < 3
    assert open_form(width=390).locator("[data-field=partners] .anchors li").evaluate_all(LINES) == 3


# ---- for everybody


@pytest.mark.parametrize(
    ("lang", "width", "scheme", "change"),
    [
        ("en", 1280, "light", {}),
        ("fr", 1280, "dark", {}),
        ("fr", 390, "light", {}),
        ("en", 390, "dark", {"open": False}),
        ("fr", 390, "dark", {"answer": {}}),
    ],
)
def test_axe_finds_nothing_serious_in_lists_and_grids(
    open_form: Open, lang: str, width: int, scheme: str, change: dict[str, Any]
) -> None:
    page = open_form(lang, form="helpers", width=width, scheme=scheme, **({"answer": FULL, "n": 2} | change))
    for at in range(4):
        if at == 2 and page.locator(".fold:visible").count():
            page.locator(".fold:visible").first.click()
        found = Axe().run(page).response["violations"]
        assert [one for one in found if one["impact"] in ("serious", "critical")] == []
        if width > 640:
            return
        if page.locator(".pager .next").is_enabled():
            page.locator(".pager .next").click()


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(("width", "least"), [(390, 44), (320, 40)])
def test_on_a_phone_nothing_scrolls_sideways_and_targets_are_large_in_lists_and_grids(
    open_form: Open, lang: str, width: int, least: int
) -> None:
    page = open_form(lang, form="helpers", width=width, answer=FULL, n=2)
    for at in range(4):
        if at == 2:
            page.locator(".fold:visible").last.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL) == []
        assert page.evaluate(NARROWEST, least) == []
        if page.locator(".pager .next").is_enabled():
            page.locator(".pager .next").click()
    page.locator(".meta button").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
