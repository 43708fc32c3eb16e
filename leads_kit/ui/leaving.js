// What is typed is sent when a field is left, the page is hidden or closed or about to be left on purpose, and when the line
// is back. → a function to stop.
export const leaving = (card, keeper) => {
  const now = () => keeper().flush(),
    hidden = () => document.visibilityState === "hidden" && now(),
    left = () => queueMicrotask(now); // a redraw may be what took the focus: let it end first
  // The served page asks before it changes language or leaves (page.js).
  const held = (event) => event.detail.waitUntil(keeper().settled()),
    back = (event) => event.detail.waitUntil(keeper().back());
  card.addEventListener("focusout", left);
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", now);
  document.addEventListener("leads:flush", held);
  document.addEventListener("leads:back", back);
  return () => {
    card.removeEventListener("focusout", left);
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", now);
    document.removeEventListener("leads:flush", held);
    document.removeEventListener("leads:back", back);
  };
};
