/** Keys struck side by side, one letter, one letter over and over, a number of two digits: nothing to answer to. */
const NOISE = [
  /^\p{L}$/u,
  /^(\p{L}{1,2})\1{2,}$/u,
  /^(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|rty|uio|zxc|xcv|cvb|vbn)\p{L}{0,12}$/u,
  /^\d{1,2}$/u,
  /^(\d)\1*$/u,
];
/** They look like noise and are asked for. */
const ASKED_FOR = /^11[0-9]$/;

/** True where the message holds nothing that could be meant. Written so that no word and no known number is one. */
export function isNoise(clean: string): boolean {
  const typed = clean.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, "");
  return !ASKED_FOR.test(typed) && NOISE.some((shape) => shape.test(typed));
}
