"""`make bench`: plain Voilà and `leads serve` side by side in one run, on the same notebook: a table, and build/bench.json.

machine.py   processors and memory of a tree of processes
servers.py   starts the servers that are compared
line.py      a participant without a browser: one page, one websocket, its widgets
arrivals.py  thirty at once, memory and processors for each
chromium.py  one real browser: first paint, first control, bytes
crowd.py     two hundred in one room
solara.py    the same exercises under Solara, for comparison
figures.py   what must be reached, and what was
"""
