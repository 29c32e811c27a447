/**
 * `npm run doctor` sends this, signed as the platform signs, to see that both sides have the same secrets: to Zalo's
 * webhook an event of this name, to Telegram's `{"doctor_ping":true}`. It is no message: it has a counter of its own
 * and doesn't count as received.
 */
export const DOCTOR_PING = "doctor_ping";
