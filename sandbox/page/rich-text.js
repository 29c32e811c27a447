/** Telegram's formatting tags and what the page shows them as. Anything else loses its tag and keeps its words. */
const TAGS = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  u: "u",
  ins: "u",
  s: "s",
  strike: "s",
  del: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  a: "a",
};
/** Their content isn't shown either. */
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "noscript", "title"]);
const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;

/**
 * A bot's HTML as safe nodes: parsed in an inert document, then rebuilt from a list of allowed tags. The only attribute
 * that stays is the http(s) address of a link.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function safeHtml(html) {
  const inert = new DOMParser().parseFromString(html, "text/html");
  return copyChildren(inert.body);
}

/**
 * Plain words with their web addresses as links.
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function linkedText(text) {
  const fragment = document.createDocumentFragment();
  let rest = 0;
  for (const match of text.matchAll(LINK)) {
    fragment.append(text.slice(rest, match.index), link(match[0], match[0]));
    rest = match.index + match[0].length;
  }
  fragment.append(text.slice(rest));
  return fragment;
}

function copyChildren(from) {
  const fragment = document.createDocumentFragment();
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) fragment.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) fragment.append(copyElement(child));
  }
  return fragment;
}

function copyElement(element) {
  const name = element.localName;
  if (DROPPED.has(name)) return "";
  const words = copyChildren(element);
  if (name === "a") {
    const href = element.getAttribute("href") ?? "";
    return isWebAddress(href) ? link(href, words) : words;
  }
  if (!Object.hasOwn(TAGS, name)) return words;
  const copy = document.createElement(TAGS[name]);
  copy.append(words);
  return copy;
}

function link(href, content) {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.append(content);
  return anchor;
}

/** @param {string} address */
export function isWebAddress(address) {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
