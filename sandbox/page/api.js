/**
 * Does something on a phone.
 * @param {"zalo" | "telegram"} phone
 * @param {object} act see `sandbox/acts.ts`
 * @returns {Promise<string | null>} the query id of a tapped inline button
 */
export async function perform(phone, act) {
  const response = await fetch(`/sandbox/${phone}/send`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(act),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer.queryId;
}

/**
 * Listens to what happens on both phones; the browser reconnects by itself.
 * @param {(event: object) => void} onEvent see `sandbox/screen.ts`
 * @param {(connected: boolean) => void} onLink
 */
export function listen(onEvent, onLink) {
  const source = new EventSource("/sandbox/events");
  source.onmessage = ({ data }) => onEvent(JSON.parse(data));
  source.onopen = () => onLink(true);
  source.onerror = () => onLink(false);
}
