"""What a type of a kind's settings asks for, as it stands in a class."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin


def bare(kind: Any) -> Any:
    """A type without what is said about it, and without `None`."""
    if get_origin(kind) is Annotated:
        return bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        left = [one for one in get_args(kind) if one is not type(None)]
        return bare(left[0]) if len(left) == 1 else kind
    return kind
