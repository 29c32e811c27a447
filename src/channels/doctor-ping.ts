/**
 * What `npm run doctor` sends with the platform's own proof, to see that both sides hold the same secrets: Zalo's event of
 * this name, and to Telegram's webhook `{"doctor_ping":true}`. It is no message, so it is counted but never as received.
 */
export const DOCTOR_PING = "doctor_ping";
