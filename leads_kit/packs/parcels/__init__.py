"""A client's whole folder as one file to hand to a colleague, and back: checked to the last byte before anything is written."""

from leads_kit.packs.parcels.manifest import Manifest
from leads_kit.packs.parcels.opening import Parcel, opened
from leads_kit.packs.parcels.packing import Packed, pack, write
from leads_kit.packs.parcels.unpacking import unpack

__all__ = ["Manifest", "Packed", "Parcel", "opened", "pack", "unpack", "write"]
