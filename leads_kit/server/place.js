// Drafts that no longer belong on this device: of a seat that was here before, and old ones (ui/draft.js writes them).
// <meta name="leads-place" content="ROOM SEAT">; without a seat, this device has just left the room's.
"use strict";
(() => {
  const DRAFT = "leads-draft:", HERE = "leads-seat:", KEPT = 30 * 24 * 3600 * 1000;
  const [room, seat = ""] = document.querySelector("meta[name=leads-place]").content.split(" ");
  const at = (key) => { try { return JSON.parse(localStorage.getItem(key)).at ?? 0; } catch { return 0; } };
  try {
    const another = localStorage.getItem(HERE + room) !== seat;
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(DRAFT)))
      if ((another && key.startsWith(`${DRAFT}${room}:`)) || Date.now() - at(key) > KEPT) localStorage.removeItem(key);
    if (seat) localStorage.setItem(HERE + room, seat);
    else localStorage.removeItem(HERE + room);
  } catch { /* storage may be forbidden: then there is nothing to forget */ }
})();
