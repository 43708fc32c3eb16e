"""The only widgets: form, chart, card, now-panel, console, wall, take-home. Their JavaScript and the theme lie beside them."""
