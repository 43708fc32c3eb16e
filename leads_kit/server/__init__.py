"""The Voilà server of a workshop: named routes, cookies for identity, a filter on every channel, plain pages.

Start it: `serve.serve(options.ServeOptions(store="…", room=None, client="base", port=8866, …)) -> int`.
It prints the three links once it listens, runs until Ctrl-C or SIGTERM, and leaves no kernel behind.
Raises LeadsError (PortInUse, StoreError, ContentError …) before it listens; the command line words them.

Where things are
    options.py    ServeOptions, and the address that phones can open
    serve.py      serve(): store, pack, room, host secret, the three lines
    app.py        LeadsServer, the subclass of Voilà's application: settings, routes, listening, stopping
    routes.py     THE list of routes. To add one: a class based on `base.Page` and a line in `routes()`
    base.py       Page: room by code, who is asking, language, words, headers, one sentence for a LeadsError
    identity.py   cookies, and Visitor: what a cookie proves (seat, host, wall)
    join.py seats.py host.py start.py    the plain pages, without a kernel
    notebook.py   a notebook's page: prose at once, then the kernel, then each cell's output
    kernels.py    kernel manager and kernelspec, who owns which kernel, the environment a kernel gets
    admission.py  how many kernels there may be, and whose turn it is to get one
    forking/      cheap kernels: forked from one warm process
    limits.py     wrong codes by network, messages by kernel: pure counting; guessing.py answers a wrong code by it
    places.py     how many pages a seat, a facilitator and a room have open
    filter.py     what may pass from a browser to a kernel; pure, and the only judge
    channels.py   /api/kernels/…: the websocket's owner and origin, looking, ending
    connection.py one open websocket: filter in, allowlist out
    spool.py      what a page was sent and may have missed; line.js is the other end
    static.py     /leads/static/<digest>/<file>, Voilà's own files, the three front-end extensions
    play.py       "Play the room": invented participants of a demo room
    watch.py      /health and /metrics

How a notebook's kernel learns who it serves: by its environment, made here from the cookie and from nothing
that a browser sent. LEADS_STORE, LEADS_STATIC (`/leads/static/<digest>`), and HTTP_X_LEADS_…
    ROLE seat|host|wall · ROOM room id · SEAT seat id · SECRET seat secret in hex, the seat's own kernel only
    LANG en|fr · HERE the address that phones open (`http://192.168.1.5:8866`)
`leads_kit.workshop.here` reads them.

What a page's scripts find: `<meta name="leads-static">` with the same address as LEADS_STATIC. Before a page
is left for another language, `page.js` fires `leads:flush` on `document`; a listener that calls
`event.detail.waitUntil(promise)` holds the door until its promise is settled, for 2.5 s at most. Once a lost line
is back it fires `leads:back`, likewise; a promise of true says that something had to be saved and now is.

A widget declares which synced keys a browser may set in a synced list trait `writable`; without it, none.

This module imports nothing: `forking` also serves programs that have no use for a server.
"""
