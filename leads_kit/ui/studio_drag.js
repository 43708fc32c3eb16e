// Lines of one list that are dragged by their grips; a line lies down where another one is.
let held = null;

export const draggable = (line, grip, dropped) => {
  const over = (on) => { line.dataset.over = String(on); };
  grip.draggable = true;
  grip.addEventListener("dragstart", (event) => {
    held = line;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(line, 0, 0);
  });
  grip.addEventListener("dragend", () => { held = null; });
  line.addEventListener("dragover", (event) => {
    if (!held || held === line || held.parentElement !== line.parentElement) return;
    event.preventDefault();
    over(true);
  });
  line.addEventListener("dragleave", () => over(false));
  line.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (held && held !== line) dropped(held, line);
    held = null;
  });
};
