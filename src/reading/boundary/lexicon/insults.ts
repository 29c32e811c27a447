/** Swear words, matched exactly as typed: without marks most of them are ordinary words. */
export const SWEAR_WORDS: ReadonlySet<string> = new Set(
  "vcl vkl vl vcc loz lìn lồn lol địt đjt đéo đếch cặc buồi đĩ đm đmm dmm đkm dkm đcm dcm clm cmm cmn vãi cứt cl đb đụ wtf fuck fck shit bitch stupid idiot".split(
    " ",
  ),
);

/** Insults that are safe to find without marks too. */
export const INSULTS: readonly string[] = [
  "(bot/máy/trợ lý/mày/đồ/thằng/ad/chatbot/chat bot/robot) (/như/quá/gì mà/thật/rất/đúng là/thì/cái gì cũng/là đồ) (ngu/đần/ăn hại/ăn bám/xàm/nhảm/óc chó/dốt/vô dụng/rác/rác rưởi/phế vật/phế/ngu ngốc/ngu dốt/khốn nạn/vô tích sự/thiểu năng/chán/tệ/dở hơi/ngáo/cùi bắp)",
  "(đồ/bot/máy/con bot/trợ lý) … (vô dụng/vô tích sự/ngu ngốc/ngu dốt/óc chó/ăn hại)",
  "(ngu như/ngu) (chó/bò/lợn/thế/vậy/vãi/vcl/quá/si/thì im/thật)",
  "(mày/bot) (là/đúng là/chỉ là) … (lừa đảo/đồ ngu/rác/vô dụng/ngu)",
  "(trả lời/nói) (/như/ngu như) (con bò/con chó/con lợn/!bò/!chó/cứt/hạch/ngu)",
  "(mày/bot/m) (/có) (/bị) (điên/khùng/ngáo/thần kinh/hâm)",
  "(mày/m/bọn mày/bọn m/chúng mày/lũ chúng mày) (/là/toàn/toàn là) (lũ/bọn/đồ/quân/loại)",
  "(ăn hại/ăn hại vãi/đồ ăn hại/lũ ăn bám/nói nhảm/xàm quá/xàm xí/bố láo/óc chó/mất dạy/khốn nạn/đồ chó/cút đi/câm mồm/câm đi/im mồm/im mẹ/im đi/đồ điên/con chó/thằng chó/chó má/vô học/vô tích sự/cút mẹ/biến mẹ/biến đi)",
];

/** Beside a swear word these show that it is meant for the assistant. */
export const TO_THE_BOT: readonly string[] = ["(bot/máy/trợ lý/mày/trả lời/chatbot/ad/chat bot/robot)"];
