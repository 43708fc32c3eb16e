"""The seat secret, its letters, and the seal that only it opens. Pure; nothing here touches a file or a log.

AES-256-GCM (NIST SP 800-38D) under HKDF-SHA256 (RFC 5869) of the secret and the room, with the row's address as associated
data, so that a row moved elsewhere does not open. Bodies are padded to sizes, so that a length says little.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from leads_kit.errors import BadResumeCode, SealBroken

SECRET_BYTES = 16
VERSION = b"\x01"
NONCE_BYTES = 12
SIZES = (256, 1024, 4096, 16384, 65536, 262144)
# Without the look-alikes 0 O 1 I L U.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
GROUP = 5
CHECK_LETTERS = 3
SECRET_LETTERS = 27  # ceil(128 bits / log2(30))


def new_secret() -> bytes:
    """16 random bytes: the seat."""
    return secrets.token_bytes(SECRET_BYTES)


def secret_hash(secret: bytes) -> bytes:
    """What the store keeps of a secret."""
    return hashlib.sha256(secret).digest()


def secret_code(secret: bytes) -> str:
    """The secret as letters in groups of five, with three letters of checksum; there is no shorter way back to a seat."""
    letters = _letters(int.from_bytes(secret), SECRET_LETTERS) + _check(secret)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def secret_from_code(code: str) -> bytes:
    """The secret of a typed code, in any case, with or without dashes and spaces. Raises BadResumeCode for a typo."""
    typed = re.sub(r"[\s\-–—]", "", code).upper()
    if len(typed) != SECRET_LETTERS + CHECK_LETTERS or any(letter not in LETTERS for letter in typed):
        raise BadResumeCode
    value = 0
    for letter in typed[:SECRET_LETTERS]:
        value = value * len(LETTERS) + LETTERS.index(letter)
    if value >= 1 << (8 * SECRET_BYTES):
        raise BadResumeCode
    secret = value.to_bytes(SECRET_BYTES)
    if _check(secret) != typed[SECRET_LETTERS:]:
        raise BadResumeCode
    return secret


def seal(body: Any, secret: bytes, *, room: str, seat: str, exercise: str, part: str, round: int, n: int) -> bytes:
    """A JSON body, locked: version, nonce, ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    address = _address(room, seat, exercise, part, round, n)
    return VERSION + nonce + AESGCM(_key(secret, room)).encrypt(nonce, _padded(body), address)


def unseal(sealed: bytes, secret: bytes, *, room: str, seat: str, exercise: str, part: str, round: int, n: int) -> Any:
    """The body of a sealed row. Raises SealBroken for another secret, another address or changed bytes."""
    nonce, locked = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        if sealed[:1] != VERSION:
            raise InvalidTag
        padded = AESGCM(_key(secret, room)).decrypt(nonce, locked, _address(room, seat, exercise, part, round, n))
    except InvalidTag as broken:
        raise SealBroken from broken
    length = int.from_bytes(padded[:4])
    return json.loads(padded[4 : 4 + length])


def _key(secret: bytes, room: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=room.encode(), info=b"leads-kit seal 1").derive(secret)


def _address(*parts: str | int) -> bytes:
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()


def _padded(body: Any) -> bytes:
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    whole = len(plain).to_bytes(4) + plain
    size = next((size for size in SIZES if len(whole) <= size), -(-len(whole) // SIZES[-1]) * SIZES[-1])
    return whole.ljust(size, b"\0")


def _letters(value: int, count: int) -> str:
    found = ""
    for _ in range(count):
        value, place = divmod(value, len(LETTERS))
        found = LETTERS[place] + found
    return found


def _check(secret: bytes) -> str:
    digest = hashlib.sha256(b"leads-kit resume code" + secret).digest()
    return _letters(int.from_bytes(digest[:8]) % len(LETTERS) ** CHECK_LETTERS, CHECK_LETTERS)
