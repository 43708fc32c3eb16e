"""Behind TLS, ours or a proxy's, no cookie travels in the open; what is said about the way is true."""

from __future__ import annotations

import datetime as dt
import http.client
import ipaddress
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from leads_kit.packs import load_words
from leads_kit.server.limits import FREE_GUESSES
from tests.server_fixture import Answer, Client, Served, served, wait_until

NOT_ENCRYPTED = load_words().say("en")("page.not_encrypted")


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate that this machine made for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "workshop")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, SHA256())
    )
    certfile, keyfile = folder / "cert.pem", folder / "key.pem"
    certfile.write_bytes(made.public_bytes(Encoding.PEM))
    keyfile.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return certfile, keyfile


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, ssl.SSLContext]]:
    folder = tmp_path_factory.mktemp("encrypted")
    certfile, keyfile = certificate(folder)
    with served(folder, host="0.0.0.0", certfile=str(certfile), keyfile=str(keyfile)) as running:
        yield running, ssl.create_default_context(cafile=str(certfile))


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("proxied"), behind_proxy=True) as running:
        yield running


def given(*answers: Answer) -> list[str]:
    """The cookies of some answers."""
    return [one for answer in answers for one in answer.headers.get_all("Set-Cookie") or []]


def open_ones(cookies: list[str]) -> list[str]:
    """Those that a browser would also send where others can read along, of all the kinds there are."""
    kinds = {kind for kind in ("seat", "host", "wall", "lang") for one in cookies if one.startswith(f"leads_{kind}")}
    assert len(kinds) == 4
    return [one for one in cookies if "Secure" not in one or "HttpOnly" not in one]


def every_cookie(client: Client, server: Served) -> list[str]:
    """A seat's, a facilitator's, a wall's, and the language's."""
    joined = client.join(server.code)
    return given(
        joined,
        client.get(f"/host/{server.secret}"),
        client.get(f"/wall/{server.code}"),
        client.post(f"/language/{server.code}", {"lang": "fr", "back": "join"}),
        client.post(f"/leave/{server.code}"),
    )


def test_with_a_certificate_every_cookie_is_secure_and_the_whole_way_works(
    encrypted: tuple[Served, ssl.SSLContext],
) -> None:
    server, tls = encrypted
    assert all(line.split()[1].startswith("https://") for line in server.lines)
    client = Client(server.port, tls=tls)
    cookies = every_cookie(client, server)
    assert open_ones(cookies) == []
    client.join(server.code)
    line = client.open(f"/room/{server.code}").connect(origin=f"https://127.0.0.1:{server.port}")
    assert line.learn()
    line.close()


def test_with_a_certificate_no_page_says_that_others_could_read_along(
    encrypted: tuple[Served, ssl.SSLContext],
) -> None:
    server, tls = encrypted
    assert NOT_ENCRYPTED not in Client(server.port, tls=tls).get(f"/join/{server.code}").text
    assert server.log.read_text() == ""


def test_a_port_that_encrypts_answers_nothing_in_the_open(encrypted: tuple[Served, ssl.SSLContext]) -> None:
    with pytest.raises((http.client.HTTPException, OSError)):
        encrypted[0].client().get(f"/join/{encrypted[0].code}")


def test_no_name_is_promised_to_stay_encrypted_after_the_workshop(encrypted: tuple[Served, ssl.SSLContext]) -> None:
    server, tls = encrypted
    assert "Strict-Transport-Security" not in Client(server.port, tls=tls).get("/").headers


def test_behind_a_proxy_that_encrypts_every_cookie_is_secure(proxied: Served) -> None:
    assert open_ones(every_cookie(proxied.client(X_Forwarded_Proto="https"), proxied)) == []


def test_behind_a_proxy_that_does_not_encrypt_cookies_still_arrive(proxied: Served) -> None:
    cookies = every_cookie(proxied.client(X_Forwarded_Proto="http"), proxied)
    assert open_ones(cookies) == cookies


def test_behind_a_proxy_wrong_codes_count_for_the_address_that_it_names(proxied: Served) -> None:
    guesser, other = (proxied.client(X_Forwarded_For=f"198.51.100.7, 203.0.113.{last}") for last in (1, 2))
    assert {guesser.get("/join/ZZZZZZ").status for _ in range(FREE_GUESSES)} == {404}
    # As many more as were forgiven meanwhile.
    assert wait_until(lambda: guesser.get("/join/ZZZZZZ").status == 429, 20)
    assert other.get("/join/ZZZZZZ").status == 404
