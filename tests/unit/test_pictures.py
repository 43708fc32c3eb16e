"""Pictures of a client: drawings and photographs go through, whatever acts or points elsewhere is named and refused."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads_kit.model import Pack
from leads_kit.packs.pictures import LARGEST, TYPES, data_uri, picture_faults

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
LOGO = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{HEAD}
  <title>Une colline (bleue)</title>
  <style>.a {{ fill: url(#sky); stroke: #123 }}</style>
  <defs><linearGradient id="sky"><stop offset="0" stop-color="#fff"/></linearGradient><path id="p" d="M0 0h9"/></defs>
  <use xlink:href="#p"/><use href="#p" clip-path="url('#p')"/>
</svg>
"""


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


def jpeg(width: int = 1, height: int = 1) -> bytes:
    frame = b"\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    note = b"\xff\xe0" + struct.pack(">H", 6) + b"JFIF"
    return b"\xff\xd8" + note + b"\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame + b"\xff\xd9"


def ids(name: str, data: bytes) -> list[str]:
    return [fault.id for fault in picture_faults(name, data)]


@pytest.mark.parametrize(
    ("name", "data"), [("logo.svg", LOGO.encode()), ("logo.png", png()), ("logo.jpg", jpeg())], ids=list(TYPES)
)
def test_a_picture_is_let_through_and_carried_whole(name: str, data: bytes) -> None:
    assert picture_faults(name, data) == []
    head, _, body = data_uri(name, data).partition(";base64,")
    assert head == f"data:{TYPES[name[-4:]]}"
    assert b64decode(body) == data


ACTING = {
    "script": "<script>alert(1)</script>",
    "handler": '<rect onload="alert(1)"/>',
    "link": '<a href="https://example.org"><rect/></a>',
    "image elsewhere": '<image href="https://example.org/x.png"/>',
    "image with an older link": '<image xlink:href="//example.org/x.png"/>',
    "drawing in a drawing": '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    "use elsewhere": '<use href="https://example.org/x.svg#p"/>',
    "page inside": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "other namespace": '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    "animated link": '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>',
    "fill elsewhere": '<rect fill="url(https://example.org/x.svg#p)"/>',
    "style elsewhere": '<rect style="background: URL( https://example.org/x )"/>',
    "style sheet": '<style>@import "https://example.org/x.css";</style>',
    "style in two parts": '<style>@imp<title/>ort "https://example.org/x.css";</style>',
    "style split by a remark": '<style>@imp<!-- -->ort "https://example.org/x.css";</style>',
    "style in other letters": r"<style>@\69mport 'https://example.org/x.css';</style>",
    "base elsewhere": '<g xml:base="https://example.org/"><use href="#p"/></g>',
    "instruction": '<?xml-stylesheet href="https://example.org/x.css"?>',
    "script in notes": (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><script>1</script></rdf:RDF></metadata>'
    ),
}


@pytest.mark.parametrize("inside", ACTING.values(), ids=ACTING)
def test_a_drawing_with_something_that_acts_or_points_elsewhere_is_refused_with_its_line(inside: str) -> None:
    faults = picture_faults("logo.svg", f"{HEAD}\n{inside}\n</svg>".encode())
    assert {fault.id for fault in faults} == {"faults.picture_acts"}
    assert {(fault.file, fault.line) for fault in faults} == {("logo.svg", 2)}


def test_what_a_drawing_program_noted_down_is_no_fault_and_an_embedded_photograph_neither() -> None:
    notes = (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="https://example.org/"/></rdf:RDF></metadata>'
    )
    photo = f'<image href="{data_uri("x.png", png())}"/>'
    assert picture_faults("logo.svg", f"{HEAD}{notes}{photo}</svg>".encode()) == []


BOMB = """<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
BROKEN = {
    "entities": ("logo.svg", (BOMB + HEAD + "<text>&b;</text></svg>").encode(), "faults.picture_acts"),
    "own declarations": ("logo.svg", b"<!DOCTYPE svg [ ]>" + HEAD.encode() + b"</svg>", "faults.picture_acts"),
    "page": ("logo.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "faults.picture_acts"),
    "declared otherwise": (
        "logo.svg", b"<?xml version='1.0' encoding='ISO-8859-1'?>" + HEAD.encode() + b"</svg>", "faults.picture_acts",
    ),
    "cut off": ("logo.svg", HEAD.encode(), "faults.picture_unreadable"),
    "empty": ("logo.svg", b"", "faults.picture_unreadable"),
    "not text": ("logo.svg", "é".encode("latin-1"), "faults.not_utf8"),
    "a drawing called PNG": ("logo.png", LOGO.encode(), "faults.picture_unreadable"),
    "cut off PNG": ("logo.png", png()[:-4], "faults.picture_unreadable"),
    "something behind the PNG": ("logo.png", png() + b"PK\3\4", "faults.picture_unreadable"),
    "huge PNG": ("logo.png", png(60_000, 60_000), "faults.picture_pixels"),
    "cut off JPEG": ("logo.jpg", jpeg()[:12], "faults.picture_unreadable"),
    "huge JPEG": ("logo.jpg", jpeg(1, 60_000), "faults.picture_pixels"),
    "empty JPEG": ("logo.jpg", jpeg(0, 1), "faults.picture_pixels"),
    "page by name": ("logo.html", b"<p>", "faults.picture_type"),
    "large": ("logo.png", png() + b"\0" * LARGEST, "faults.picture_too_large"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "fault"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_picture_is_refused(name: str, data: bytes, fault: str) -> None:
    assert ids(name, data) == [fault]


@given(st.sampled_from(list(TYPES)), st.binary(max_size=200), st.integers(0, 60))
def test_no_bytes_whatever_are_more_than_a_fault(ending: str, noise: bytes, at: int) -> None:
    whole = {".svg": LOGO.encode(), ".png": png(), ".jpg": jpeg()}[ending]
    for fault in picture_faults(f"logo{ending}", whole[:at] + noise + whole[at:]):
        assert fault.id.startswith("faults.")


def test_every_refusal_has_its_sentence(pack: Pack) -> None:
    assert {one for _, _, one in BROKEN.values()} <= set(pack.words.texts)
