"""Where rooms, seats, steps, responses and releases are kept. The only SQL.

    store = open_store("rooms/leads.db")            # or postgresql://…
    store.save(response, only_if_open=step)         # on disk when it returns
    watch = store.watch(); watch.moved()            # cheap: did anybody write?

Every write is one transaction with its numbered change row. Failures are StoreUnwritable (disk full, read-only, no
permission), StoreUnreachable (the database does not answer) and StoreNewer (a later kit wrote it).
"""

from __future__ import annotations

from leads_kit.errors import StoreUnreachable
from leads_kit.store.engine import engine_for, one_at_a_time, shown, there, told
from leads_kit.store.held import Held
from leads_kit.store.rows import Change
from leads_kit.store.seal import new_secret, seal, secret_code, secret_from_code, secret_hash, unseal
from leads_kit.store.store import Store
from leads_kit.store.upgrade import bring_up_to_date
from leads_kit.store.watch import Watch

__all__ = [
    "Change", "Held", "Store", "Watch", "new_secret", "one_at_a_time", "open_store", "seal", "secret_code", "secret_from_code",
    "secret_hash", "shown", "unseal",
]  # fmt: skip


def open_store(where: str, make: bool = True) -> Store:
    """Open a store by path or URL; make it, or migrate an older one after a backup. Without `make`, a file must be there.

    Raises StoreNewer, StoreUnwritable, StoreUnreachable.
    """
    if not make and not there(where):
        raise StoreUnreachable(where=where)
    engine = engine_for(where)
    with told(where):
        bring_up_to_date(engine, where)
    return Store(engine, where)
