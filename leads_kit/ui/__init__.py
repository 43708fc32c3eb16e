"""The only widgets: form, chart, now-panel, console, wall. Their JavaScript and the theme lie beside them."""
