/** Foreign words in Vietnamese sentences: not typing slips, never corrected. */
export const LOANWORDS: ReadonlySet<string> = new Set(
  (
    "ad admin app bank bar blog bot box camera card chat check clip code coin combo copy crush deadline demo display drama email excel " +
    "face facebook fan file firewall form free game gmail google grab group hello hi hot hotline idol inbox internet iphone karaoke kpi laptop " +
    "link live livestream login logo mail marketing mem menu messenger mic mobile momo net news nick note offline ok okay online order otp page " +
    "pass password pdf phone pin post pro python qr quiz reset review robot sale sales scan server shipper shop shopee show size slide sms spam " +
    "sport stop style tag taxi team telegram test thread tiktok tivi tour trend tv update upload url usb version video vip viral virus vnpay " +
    "web website wifi word youtube zalo"
  ).split(" "),
);
