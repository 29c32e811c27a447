import { clock, element } from "./element.js";

const KEEP = 60;

/** The log beside the phones, newest first. @param {object} event */
export function logWire({ at, direction, label, result, ok }) {
  const log = document.getElementById("wire-log");
  const arrow = direction === "in" ? "đến chương trình" : "từ chương trình";
  log.prepend(
    element("li", `${direction} ${ok ? "ok" : "bad"}`, [
      element("span", "arrow", [direction === "in" ? "→" : "←"], { title: arrow }),
      element("span", "label", [label]),
      element("span", "result", [result]),
      element("time", "", [clock(at)]),
    ]),
  );
  while (log.childElementCount > KEEP) log.lastElementChild.remove();
}

export function clearWire() {
  document.getElementById("wire-log").replaceChildren();
}
