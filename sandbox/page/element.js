/**
 * An element with a class, properties and children; words go in as text, never as markup.
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 * @param {object} properties
 */
export function element(tag, className = "", children = [], properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** @param {string} name one of the symbols in index.html */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** @param {number} at milliseconds since the epoch */
export function clock(at) {
  return new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false });
}
