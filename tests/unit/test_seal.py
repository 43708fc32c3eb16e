"""The seal: what only its own secret opens, and the letters that are the secret."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads_kit.errors import BadResumeCode, SealBroken
from leads_kit.store import new_secret, seal, secret_code, secret_from_code, unseal

ADDRESS = {"room": "r", "seat": "s", "exercise": "dc1-network", "part": "map", "round": 1, "n": 3}
PLAIN = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(JSON)
def test_what_was_sealed_opens_with_its_own_secret(body: object) -> None:
    secret = new_secret()
    assert unseal(seal(body, secret, **ADDRESS), secret, **ADDRESS) == body


def test_another_secret_does_not_open_it() -> None:
    with pytest.raises(SealBroken):
        unseal(seal({"a": 1}, new_secret(), **ADDRESS), new_secret(), **ADDRESS)


@pytest.mark.parametrize(
    "moved", [{"room": "q"}, {"seat": "t"}, {"exercise": "dc-wheel"}, {"part": "q"}, {"round": 2}, {"n": 4}]
)
def test_a_row_moved_to_another_address_does_not_open(moved: dict[str, object]) -> None:
    secret = new_secret()
    with pytest.raises(SealBroken):
        unseal(seal({"a": 1}, secret, **ADDRESS), secret, **{**ADDRESS, **moved})


@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_changed_byte_does_not_open(at: int) -> None:
    secret = new_secret()
    sealed = bytearray(seal({"a": 1}, secret, **ADDRESS))
    sealed[at] ^= 1
    with pytest.raises(SealBroken):
        unseal(bytes(sealed), secret, **ADDRESS)


def test_the_length_of_a_short_answer_says_nothing() -> None:
    secret = new_secret()
    lengths = {len(seal("x" * size, secret, **ADDRESS)) for size in (0, 1, 40, 200)}
    assert len(lengths) == 1
    assert len(seal("x" * 400, secret, **ADDRESS)) not in lengths


def test_the_same_answer_twice_looks_different() -> None:
    secret = new_secret()
    assert seal({"a": 1}, secret, **ADDRESS) != seal({"a": 1}, secret, **ADDRESS)


@given(st.binary(min_size=16, max_size=16))
def test_the_letters_are_the_secret(secret: bytes) -> None:
    assert secret_from_code(secret_code(secret)) == secret


def test_letters_are_read_however_they_are_typed() -> None:
    secret = new_secret()
    code = secret_code(secret)
    assert secret_from_code(code.lower().replace("-", " ")) == secret_from_code(code.replace("-", "")) == secret


@pytest.mark.parametrize(
    "spoil", [lambda c: c[:-1], lambda c: c + "A", lambda c: "0" + c[1:], lambda _c: "", lambda _c: "hello"]
)
def test_a_typing_mistake_is_told(spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadResumeCode):
        secret_from_code(spoil(secret_code(new_secret())))


def test_one_wrong_letter_is_told() -> None:
    code = secret_code(new_secret())
    other = next(letter for letter in "ABCD" if letter != code[2])
    with pytest.raises(BadResumeCode):
        secret_from_code(code[:2] + other + code[3:])
