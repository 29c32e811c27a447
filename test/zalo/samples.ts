/** Invented events in Zalo's wire form, one line each as they come, with the settings that their signatures were made with. */

export const APP_ID = "4187350265901873214";
export const OA_ID = "2906714538820461957";
export const USER_ID = "7735120946683104825";
export const OA_SECRET_KEY = "oa-secret-for-tests";

export const SETTINGS = {
  appId: APP_ID,
  appSecret: "app-secret-for-tests",
  oaId: OA_ID,
  oaSecretKey: OA_SECRET_KEY,
  refreshToken: "seed-for-tests",
  apiRoot: "http://127.0.0.1:1",
  oauthRoot: "http://127.0.0.1:1",
};

export const TEXT =
  '{"app_id":"4187350265901873214","sender":{"id":"7735120946683104825"},"user_id_by_app":"5512087463399016742","recipient":{"id":"2906714538820461957"},"event_name":"user_send_text","message":{"text":"Đèn đường hỏng ở hẻm 12, mong phường xem giúp","msg_id":"b41f7c0e93d25a687d10"},"timestamp":"1763875200123"}';
export const TEXT_MAC = "9effc14370d30fe074c00ddcafe2a903947f12a547a08a0570a3fb61459d99a5";

export const LOCATION =
  '{"app_id":"4187350265901873214","sender":{"id":"7735120946683104825"},"user_id_by_app":"5512087463399016742","recipient":{"id":"2906714538820461957"},"event_name":"user_send_location","message":{"text":"Nhà văn hóa khu phố 3","msg_id":"0d9a41c6f27be853a1c4","attachments":[{"payload":{"coordinates":{"latitude":"10.7769331","longitude":"106.70098199999998"}},"type":"location"}]},"timestamp":"1763875263504"}';
export const LOCATION_MAC = "a05b0cb23c9ccf520f7eaf71ce9a2868e23244e0a19f54f10f8e3537fb53fb58";

export const FOLLOW =
  '{"oa_id":"2906714538820461957","follower":{"id":"7735120946683104825"},"user_id_by_app":"5512087463399016742","event_name":"follow","source":"oa_profile","app_id":"4187350265901873214","timestamp":"1763875101882"}';
export const FOLLOW_MAC = "db83a55b9254bf58790fa2abe7b79209ba645ae686b3bdbc8d9b3c85eca07f17";

/** A person's message with this `message` object. */
export function personEvent(kind: string, message: unknown): Record<string, unknown> {
  return {
    app_id: APP_ID,
    sender: { id: USER_ID },
    recipient: { id: OA_ID },
    user_id_by_app: "5512087463399016742",
    event_name: `user_send_${kind}`,
    message,
    timestamp: "1763875231007",
  };
}
