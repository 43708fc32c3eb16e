"""A parcel is the client's folder to the byte, or a sentence says why not; nothing is written outside, over, or by halves."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
import stat
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads_kit.cli import build
from leads_kit.errors import ClientThere, FileThere, IdRefused, NotWritten, PackBroken
from leads_kit.packs import data_root, load_words
from leads_kit.packs.parcels import Manifest, Parcel, opened, pack, unpack, write
from leads_kit.packs.parcels.archive import EPOCH, LARGEST, MOST, PLAIN_FILE, zipped
from leads_kit.packs.parcels.manifest import NAME, File, checksum
from leads_kit.packs.parcels.opening import read
from leads_kit.packs.source import Mark
from leads_kit.text import LANGS


def png(wide: int, high: int) -> bytes:
    """The least that is a PNG: its head, and its end."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)), (b"IEND", b""))
    told = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


SAY = load_words().say("en")
DAY = dt.date(2026, 9, 1)
CLIENT = 'name: {en: "North", fr: "Le Nord"}\nofficial: official.yaml\n'
WHEEL = 'exercises: {dc-wheel: {title: {en: "Where am I?", fr: "Où suis-je ?"}}}\n'
OFFICIAL = (
    'licence: {en: "By leave.", fr: "Avec permission."}\nnames: {DC1: {en: "Partnerships", fr: "Partenariats"}}\n'
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FOLDER = {
    "client.yaml": CLIENT.encode(),
    "exercises/dc-wheel.yaml": WHEEL.encode(),
    "official.yaml": OFFICIAL.encode(),
    "pictures/logo.svg": DRAWING,
    "pictures/photo.png": png(2, 2),
    "samples/dc-wheel.yaml": b"answers: {}\n",
    "seen.json": b'{"format": 1, "seen": {}}\n',
}
BESIDE = {
    ".backup/client.yaml.1": b"old",
    "pictures/.DS_Store": b"mac",
    "notes.txt": b"ours",
    "rooms/leads.db": b"seats",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content, and `north` with a file of every kind that the kit reads, and some that it does not."""
    root = tmp_path_factory.mktemp("packed") / "data"
    root.mkdir()
    for part in data_root().iterdir():
        if part.name != "clients":
            (root / part.name).symlink_to(part)
    shutil.copytree(data_root() / "clients/base", root / "clients/base")
    put(root / "clients/north", FOLDER | BESIDE)
    return root


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Where a colleague unpacks."""
    (tmp_path / "data/clients").mkdir(parents=True)
    return tmp_path / "data"


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def manifest(files: dict[str, bytes], **other: Any) -> Manifest:
    told: dict[str, Any] = {"client": "north", "name": {"en": "North"}, "author": "", "licence": "", "kit": "1"}
    return Manifest(**told | other, created=DAY, files=tuple(File.of(name, data) for name, data in files.items()))


def parcel(files: dict[str, bytes] = FOLDER, **other: Any) -> bytes:
    return zipped({NAME: manifest(files, **other).text().encode(), **files})


def ids(data: bytes) -> set[str]:
    """What is told of a parcel."""
    with pytest.raises(PackBroken) as broken:
        read(data, Mark("north.zip"))
    assert all(SAY(one.id, **one.values) for one in broken.value.faults)
    return {one.id.removeprefix("faults.") for one in broken.value.faults}


def raw(entries: Iterable[tuple[ZipInfo | str, bytes]], packing: int = 0) -> bytes:
    """A ZIP as anybody could make it."""
    made = io.BytesIO()
    with ZipFile(made, "w", packing) as archive, catch_warnings():
        simplefilter("ignore", UserWarning)
        for name, data in entries:
            archive.writestr(name, data)
    return made.getvalue()


# There and back


def test_what_comes_out_is_what_went_in_and_nothing_that_the_kit_does_not_read(root: Path, here: Path) -> None:
    packed = pack("north", root, DAY, author="M. Roy", licence="CC BY 4.0")
    write(packed, here / "north.zip")
    found = opened(here / "north.zip")
    assert (found.manifest.author, found.manifest.licence, found.manifest.created) == ("M. Roy", "CC BY 4.0", DAY)
    assert files_of(unpack(found, here)) == FOLDER
    assert packed.left_out == ("notes.txt", "rooms/leads.db")
    assert [path.name for path in here.iterdir() if path.name != "north.zip"] == ["clients"]


def test_the_same_content_on_the_same_day_is_the_same_bytes(root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(root, tmp_path / "data", symlinks=True)
    for path in sorted(copy.rglob("*.yaml"), reverse=True):
        path.touch()
    assert pack("north", copy, DAY).data == pack("north", root, DAY).data
    assert pack("north", root, DAY).data != pack("north", root, DAY, author="M. Roy").data


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("exercises/dc-wheel.yaml", WHEEL.replace("title", "tittle"), "faults.hits_nothing_near"),
        ("exercises/dc-wheel.yaml", WHEEL.replace("dc-wheel", "dc-weel"), "faults.hits_nothing_near"),
        ("exercises/aux.yaml", "{}", "faults.parcel_device"),
        ("exercises/DC-WHEEL.yaml", "{}", "faults.parcel_alike"),
        ("pictures/unused.png", "<html>", "faults.picture_unreadable"),
    ],
)
def test_what_is_broken_is_not_packed(root: Path, tmp_path: Path, file: str, text: str, fault: str) -> None:
    copy = shutil.copytree(root, tmp_path / "data", symlinks=True)
    put(copy / "clients/north", {file: text.encode()})
    with pytest.raises(PackBroken) as broken:
        pack("north", copy, DAY)
    assert fault in {one.id for one in broken.value.faults}


def test_nothing_that_a_link_leads_to_is_packed(root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(root, tmp_path / "data", symlinks=True)
    (tmp_path / "secret.yaml").write_text("exercises: {}\n", "utf-8")
    (copy / "clients/north/exercises/linked.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(PackBroken) as broken:
        pack("north", copy, DAY)
    assert [one.id for one in broken.value.faults] == ["faults.parcel_link"]


def test_no_file_is_written_over(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("mine", "utf-8")
    with pytest.raises(FileThere):
        write(pack("north", root, DAY), tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_text("utf-8") == "mine"
    with pytest.raises(NotWritten):
        write(pack("north", root, DAY), tmp_path / "nowhere/a.zip")


def test_no_client_is_written_over_and_another_name_is_offered(here: Path) -> None:
    found = read(parcel(), Mark("north.zip"))
    put(here / "clients/north", {"client.yaml": b"mine"})
    put(here / "clients/north-2", {"client.yaml": b"mine too"})
    with pytest.raises(ClientThere) as there:
        unpack(found, here)
    assert there.value.values == {"id": "north", "free": "north-3"}
    assert unpack(found, here, "north-3").name == "north-3"
    assert files_of(here / "clients/north") == {"client.yaml": b"mine"}


@pytest.mark.parametrize("id", ["base", "con", "../x", "/x", "a/b", "North", "", ".x", "x ", "com1"])
def test_a_name_that_cannot_be_a_clients_makes_no_folder(here: Path, id: str) -> None:
    for found, other in ((read(parcel(), Mark("a")), id), (read(parcel(client=id), Mark("a")), None)):
        with pytest.raises(IdRefused):
            unpack(found, here, other)
    assert files_of(here.parent) == {}


def test_what_the_disk_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "clients").write_text("a file where a folder was due", "utf-8")
    with pytest.raises(NotWritten):
        unpack(read(parcel(), Mark("north.zip")), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["clients"]


# Names


NAMES = {
    "outside": ["../x.yaml", "/x.yaml", "exercises/../../x.yaml", "exercises//x.yaml", "./client.yaml", "C:/x.yaml",
                "C:x.yaml", "exercises\\x.yaml", "..\\x.yaml", "exercises/./x.yaml"],
    "link": ["exercises/"],
    "device": ["exercises/con.yaml", "exercises/NUL.yaml", "exercises/aux.b.yaml", "exercises/COM1.yaml",
               "exercises/lpt¹.yaml", "prose /x.yaml", "prose./x.yaml"],
    "hidden": [".backup/x.yaml", "exercises/.x.yaml", "__MACOSX/client.yaml"],
    "name": ["exercises/cafe\u0301.yaml", "exercises/x\n.yaml", "exercises/\u202elmay.yaml", "exercises/a:b.yaml",
             "exercises/a?.yaml", "exercises/\x1b[2J.yaml", f"exercises/{'x' * 200}.yaml", "exercises/a\u200bb.yaml"],
    "type": ["exercises/x.py", "notes.txt", "x.ipynb", "exercises/x.yml", "exercises/a/x.yaml", "pictures/x.gif",
             "pictures/x.zip", "rooms/leads.db", "schema/x.yaml", "other.yaml", "pictures/x.html"],
}  # fmt: skip


@pytest.mark.parametrize(("fault", "name"), [(fault, name) for fault, names in NAMES.items() for name in names])
def test_a_name_that_leads_elsewhere_or_is_no_clients_is_refused(fault: str, name: str) -> None:
    files = {"client.yaml": b"name: {en: N}\n", name: b"exercises: {}\n"}
    assert f"parcel_{fault}" in ids(parcel(files))


def test_a_name_that_ends_early_is_seen_whole() -> None:
    """The standard library cuts a name at its first NUL."""
    data = parcel({**FOLDER, "exercises/x.yaml@.exe": b"{}"}).replace(b"x.yaml@.exe", b"x.yaml\0.exe")
    assert "parcel_name" in ids(data)


@pytest.mark.parametrize(
    "name", ["exercises/été.yaml", "exercises/a b.yaml", "prose/console.yaml", "pictures/cone.svg"]
)
def test_an_ordinary_name_is_not(name: str) -> None:
    data = DRAWING if name.endswith("svg") else b"exercises: {}\n"
    assert name in read(parcel({**FOLDER, name: data}), Mark("a")).files


@pytest.mark.parametrize("twin", ["exercises/DC-wheel.yaml", "exercises/dc-ｗheel.yaml", "Exercises/dc-wheel.yaml"])
def test_names_that_some_system_takes_for_one_are_refused(twin: str) -> None:
    assert ids(parcel({**FOLDER, twin: b"{}"})) & {"parcel_alike", "parcel_type"}


def test_a_name_that_is_in_it_twice_is_refused() -> None:
    entries = [(NAME, manifest(FOLDER).text().encode()), *FOLDER.items(), ("client.yaml", b"name: {en: Other}\n")]
    assert "parcel_twice" in ids(raw(entries))


# Archives


def entry(name: str, mode: int) -> ZipInfo:
    info = ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def test_what_is_no_plain_file_is_refused() -> None:
    for mode in (stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644, stat.S_IFCHR | 0o644, stat.S_IFDIR | 0o755):
        assert "parcel_link" in ids(raw([(entry("exercises/x.yaml", mode), b"../../../secret")]))


def test_a_bomb_is_refused_before_it_is_lit() -> None:
    bomb = raw([("client.yaml", b"#" * 50_000_000)], ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert ids(bomb) == {"parcel_compressed"}
    assert ids(raw((f"prose/{n}.yaml", b"") for n in range(MOST + 1))) == {"parcel_many"}
    assert ids(b"P" * (LARGEST + 1)) == {"parcel_too_large"}
    assert ids(parcel({**FOLDER, **{f"prose/{n}.yaml": b"#" * 900_000 for n in "abc"}})) == {"parcel_much_text"}


def test_entries_that_lie_over_each_other_are_refused() -> None:
    """What one entry holds is quoted by another of the directory (Fifield, "A better zip bomb", 2019)."""
    name, large = "prose/a.yaml", b"#" * 5000
    inner = zipped({"prose/b.yaml": large}).partition(b"PK\x01\x02")[0]
    whole = zipped({name: inner, "prose/b.yaml": large})
    first = 30 + len(name)
    rest = bytearray(whole[first + 2 * len(inner) :])
    at = rest.rindex(b"PK\x01\x02") + 42
    rest[at : at + 4] = struct.pack("<I", first)
    rest[-6:-2] = struct.pack("<I", first + len(inner))
    assert ids(whole[: first + len(inner)] + bytes(rest)) == {"parcel_overlap"}


def test_a_size_that_is_not_true_is_refused() -> None:
    data = parcel()
    second = data.rindex(b"PK\x01\x02")
    for at in (20, 24):
        changed = bytearray(data)
        changed[second + at : second + at + 4] = struct.pack("<I", 3)
        assert ids(bytes(changed)) & {"parcel_compressed", "parcel_not_zip"}


def test_what_is_encrypted_is_refused() -> None:
    data = bytearray(parcel())
    last = data.rindex(b"PK\x01\x02")
    data[last + 8] |= 1
    assert ids(bytes(data)) == {"parcel_encrypted"}


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", b"PK\x03\x04" + b"\0" * 60, b"<html></html>" * 10])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert ids(data) == {"parcel_not_zip"}


def test_bytes_before_between_or_behind_are_refused() -> None:
    data = parcel()
    assert ids(b"MZ a program" + data) == {"parcel_altered"}
    assert ids(data + b"more") & {"parcel_altered", "parcel_not_zip"}
    commented = data[:-2] + struct.pack("<H", 4) + b"note"
    assert ids(commented) == {"parcel_altered"}
    named = ZipInfo("client.yaml", (2026, 1, 1, 0, 0, 0))
    named.external_attr = PLAIN_FILE
    assert ids(raw([(named, b"{}")])) == {"parcel_altered"}


def test_a_parcel_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(PackBroken) as broken:
            opened(path)
        assert [one.id for one in broken.value.faults] == ["faults.parcel_missing"]


# Manifests


def with_manifest(**changed: Any) -> bytes:
    told = json.loads(manifest(FOLDER).text()) | changed
    if "checksum" not in changed:
        told["checksum"] = checksum({key: one for key, one in told.items() if key != "checksum"})
    return zipped({NAME: json.dumps(told).encode(), **FOLDER})


def test_a_manifest_that_is_written_otherwise_but_says_the_same_will_do() -> None:
    assert read(with_manifest(), Mark("a")).files == FOLDER


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"format": 2}, "newer"), ({"format": 0}, "manifest"), ({"format": True}, "manifest"),
        ({"parcel": "other"}, "manifest"), ({"more": 1}, "manifest"), ({"created": "today"}, "manifest"),
        ({"author": "\x1b[2J"}, "manifest"), ({"licence": "two\nlines"}, "manifest"), ({"author": 3}, "manifest"),
        ({"name": {}}, "manifest"), ({"name": {"de": "N"}}, "manifest"), ({"files": {}}, "manifest"),
        ({"files": [{"name": "client.yaml", "size": -1, "sha256": "0" * 64}]}, "manifest"),
        ({"files": [{"name": "client.yaml", "size": 1, "sha256": "0"}]}, "manifest"),
        ({"checksum": "0" * 64}, "changed"), ({"files": []}, "unlisted"),
    ],
)  # fmt: skip
def test_a_manifest_that_is_not_ours_or_does_not_fit_is_refused(changed: dict[str, Any], fault: str) -> None:
    assert ids(with_manifest(**changed)) == {f"parcel_{fault}"}


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"format": 1e999}', b"1" * 5000])
def test_what_is_no_manifest_is_refused(text: bytes) -> None:
    assert ids(zipped({NAME: text, **FOLDER})) == {"parcel_manifest"}


def test_every_file_is_as_it_was_packed_none_more_and_none_less() -> None:
    text = manifest(FOLDER).text().encode()
    other = {**FOLDER, "client.yaml": FOLDER["client.yaml"].replace(b"North", b"South")}
    assert ids(zipped({NAME: text, **other})) == {"parcel_changed"}
    assert ids(zipped({NAME: text, **FOLDER, "prose/more.yaml": b"{}"})) == {"parcel_unlisted"}
    assert ids(zipped({NAME: text, **{name: FOLDER[name] for name in FOLDER if name != "seen.json"}})) == {
        "parcel_absent"
    }
    assert ids(zipped(FOLDER)) == {"parcel_manifest"}
    assert ids(parcel({"prose/a.yaml": b"{}"})) == {"parcel_absent"}


# Contents


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("pictures/a.png", b"<html><script>alert(1)</script></html>", "picture_unreadable"),
        ("pictures/a.png", png(2, 2) + b"<script>", "picture_unreadable"),
        ("pictures/a.png", png(5000, 5000), "picture_pixels"),
        ("pictures/a.jpg", png(2, 2), "picture_unreadable"),
        ("pictures/a.svg", DRAWING.replace(b"<path", b"<script>1</script><path"), "picture_acts"),
        ("pictures/a.svg", DRAWING.replace(b"<path", b'<path onclick="1"'), "picture_acts"),
        ("pictures/a.svg", b"GIF89a", "picture_unreadable"),
        ("prose/a.yaml", b"a: &x 1\nb: *x\n", "anchor"),
        ("prose/a.yaml", b"a: !!python/object/apply:os.system [ls]\n", "unknown_value"),
        ("prose/a.yaml", b"- a list\n", "not_a_mapping"),
        ("prose/a.yaml", b"\xff\xfe", "not_utf8"),
        ("prose/a.yaml", zipped({"a": b"a"})[:4], "syntax_character"),
        ("prose/a.yaml", b"MZ\x90\x00\x03", "not_utf8"),
        ("prose/a.yaml", b"#" * 1_000_001, "too_large"),
        ("seen.json", b'{"format": 1}', "seen_broken"),
        ("seen.json", b"[" * 100_000, "seen_broken"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_what_its_name_says_or_acts_is_refused(name: str, data: bytes, fault: str) -> None:
    assert fault in ids(parcel({**FOLDER, name: data}))


def test_beside_a_clients_own_file_stands_only_what_it_names() -> None:
    assert ids(parcel({**FOLDER, "another.yaml": b"{}"})) == {"parcel_type"}
    assert ids(parcel({**FOLDER, "client.yaml": b"name: {en: N}\n"})) == {"parcel_type"}


def test_all_faults_are_told_at_once() -> None:
    files = {**FOLDER, "prose/a.yaml": b"a: &x 1\nb: *x\n", "pictures/a.png": b"<html>"}
    assert ids(parcel(files)) == {"anchor", "picture_unreadable"}


# Whatever comes


def tried(data: bytes, root: Path) -> dict[str, bytes] | None:
    """What is in the folder that was made of a parcel; None where it was refused with a sentence."""
    try:
        found: Parcel = read(data, Mark("a.zip"))
        return files_of(unpack(found, root))
    except (PackBroken, IdRefused):
        return None
    finally:
        shutil.rmtree(root / "clients/north", ignore_errors=True)


SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    ["..", ".", "", "/", "\\", "exercises", "prose", "x.yaml", "client.yaml", "C:", "con", "\0", "é", "~"]
)


@given(name=st.one_of(st.lists(PIECES, min_size=1, max_size=6).map("/".join), st.lists(PIECES).map("".join), st.text()))
@SLOW
def test_no_name_whatever_writes_outside_the_clients_folder(here: Path, name: str) -> None:
    told = name.encode("utf-8", "surrogatepass")
    # The standard library writes no name that ends early: it is put in afterwards.
    written = name if told == name.encode(errors="replace") and b"\0" not in told else "@" * len(told)
    files = {"client.yaml": b"name: {en: N}\n", written: b"exercises: {}\n"}
    with catch_warnings():
        simplefilter("ignore", UserWarning)
        data = parcel(files).replace(written.encode(), told) if written != name else parcel(files)
    came = tried(data, here)
    assert came is None or set(came) <= {"client.yaml", name}
    assert files_of(here.parent) == {}
    assert [path.name for path in here.parent.iterdir()] == ["data"]


@given(at=st.integers(0), bit=st.integers(0, 7))
@SLOW
def test_a_parcel_with_any_bit_turned_is_refused_or_the_same(here: Path, at: int, bit: int) -> None:
    data = bytearray(parcel())
    data[at % len(data)] ^= 1 << bit
    assert tried(bytes(data), here) in (None, FOLDER)


@given(begin=st.integers(0), end=st.integers(0))
@SLOW
def test_a_parcel_cut_anywhere_is_refused_or_the_same(here: Path, begin: int, end: int) -> None:
    data = parcel()
    cut = data[: begin % len(data)] + data[end % (len(data) + 1) :]
    assert tried(cut, here) in (None, FOLDER)


def test_an_untouched_parcel_is_not_refused(here: Path) -> None:
    assert tried(parcel(), here) == FOLDER


# Said


@pytest.mark.parametrize("lang", LANGS)
def test_the_commands_say_what_they_did(
    root: Path, here: Path, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    leads = build(SAY.words.say("fr" if lang == "fr" else "en"))
    monkeypatch.setenv("LEADS_DATA", str(root))
    file = here / "north.zip"
    leads(["pack", "--client", "north", str(file), "--author", "M. Roy"], standalone_mode=False)
    told = capsys.readouterr()
    assert f"leads unpack {file}" in told.out
    assert "notes.txt" in told.err
    copy = shutil.copytree(root, here / "other", symlinks=True)
    monkeypatch.setenv("LEADS_DATA", str(copy))
    with pytest.raises(ClientThere):
        leads(["unpack", str(file)], standalone_mode=False)
    leads(["unpack", str(file), "--as", "west"], standalone_mode=False)
    told = capsys.readouterr()
    assert "M. Roy" in told.out
    assert ("Le Nord" if lang == "fr" else "North") in told.out
    assert files_of(copy / "clients/west") == FOLDER


def test_what_does_not_fit_this_base_is_unpacked_and_told(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(root, here / "other", symlinks=True)
    files = {**FOLDER, "exercises/dc-wheel.yaml": WHEEL.replace("dc-wheel", "dc-wheels").encode()}
    (here / "a.zip").write_bytes(parcel(files, client="west"))
    monkeypatch.setenv("LEADS_DATA", str(copy))
    build(SAY)(["unpack", str(here / "a.zip")], standalone_mode=False)
    told = capsys.readouterr().err
    assert "these want mending" in told
    assert "did you mean “dc-wheel”?" in told
    assert files_of(copy / "clients/west") == files


def test_a_refusal_says_that_nothing_was_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.zip").write_bytes(b"no")
    leads = build(SAY)
    assert leads(["unpack", str(here / "a.zip")], standalone_mode=False) == 1
    assert capsys.readouterr().err.splitlines() == [
        "a.zip:1:1: this is no ZIP file, or a damaged one; ask for it again",
        "Nothing was unpacked.",
    ]
