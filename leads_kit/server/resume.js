// The letters behind "#" were never sent to a server: put them into the form, and take them out of the address.
"use strict";
const letters = decodeURIComponent(location.hash.slice(1));
if (letters) {
  document.getElementById("letters").value = letters;
  history.replaceState(null, "", location.pathname);
}
