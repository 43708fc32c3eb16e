"""The files that browsers load: our JavaScript and style, and the Vega bundle, made here once at install.

`python -m leads_kit.ui.bundle` writes `built/vega.js`. It starts V8, so it never runs in a kernel.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

HERE = Path(__file__).parent
VEGA = "vega.js"
VEGA_LITE = "6.4"
SNIPPET = "export const embed = vegaEmbed;"
NOT_SERVED = {"loader.js"}


def static_files() -> dict[str, Path]:
    """What a browser may load, by name. The Vega bundle is among them once it has been made."""
    files = sorted([*HERE.glob("*.js"), *HERE.glob("*.css"), *(HERE / "built").glob("*.js")])
    return {path.name: path for path in files if path.name not in NOT_SERVED}


def digest() -> str:
    """A name for exactly this set of files: it changes with any byte of any of them."""
    files = static_files()
    return _digest(tuple((name, path, path.stat().st_mtime_ns, path.stat().st_size) for name, path in files.items()))


def make_bundle(target: Path = HERE / "built" / VEGA) -> Path:
    """Write the Vega bundle: about 900 KB of JavaScript that exports `embed` and asks no other host."""
    import vl_convert

    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(vl_convert.javascript_bundle(SNIPPET, vl_version=VEGA_LITE), "utf-8")
    return target


@functools.lru_cache(maxsize=4)
def _digest(files: tuple[tuple[str, Path, int, int], ...]) -> str:
    whole = hashlib.sha256()
    for name, path, _changed, _size in files:
        content = path.read_bytes()
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


if __name__ == "__main__":
    make_bundle()
