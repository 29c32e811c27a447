/** Neighbouring keys, one letter, one letter repeated, a number of two digits: nothing to answer. */
const NOISE = [
  /^\p{L}$/u,
  /^(\p{L}{1,2})\1{2,}$/u,
  /^(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|rty|uio|zxc|xcv|cvb|vbn)\p{L}{0,12}$/u,
  /^\d{1,2}$/u,
  /^(\d)\1*$/u,
];
/** They look like noise, but people ask for them. */
const ASKED_FOR = /^11[0-9]$/;

/** True where the message has no meaning. No word and no known number may match. */
export function isNoise(clean: string): boolean {
  const typed = clean.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, "");
  return !ASKED_FOR.test(typed) && NOISE.some((shape) => shape.test(typed));
}
