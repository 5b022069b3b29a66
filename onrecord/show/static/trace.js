// The keys j and k go from place to place of a lineage; Enter opens its document. Without it, links do.
"use strict";
(() => {
  const members = [...document.querySelectorAll(".member")];
  const step = (by) => {
    const at = members.indexOf(document.activeElement && document.activeElement.closest(".member"));
    const next = members[at < 0 ? (by > 0 ? 0 : -1) : at + by];
    if (!next) return false;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  onrecord.keys.set("j", () => step(1));
  onrecord.keys.set("k", () => step(-1));
  onrecord.keys.set("Enter", (event) => {
    if (!event.target.classList.contains("member")) return false;
    event.target.querySelector(".member-head a").click();
    return true;
  });
})();
