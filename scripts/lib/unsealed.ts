/** Said at the start and by the doctor where REPORT_ENCRYPTION_KEYS is missing. */
export const UNSEALED =
  "Chưa đặt REPORT_ENCRYPTION_KEYS: không nhận tin báo, và các cuộc trò chuyện được lưu không niêm phong.";
