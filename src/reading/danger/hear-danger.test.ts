import { describe, expect, it } from "vitest";
import { fold } from "../../language/fold.ts";
import type { Matter } from "../../reader/names/labels.ts";
import { DETECTORS, readMessage } from "../read-message.ts";

const read = (said: string, matter: Matter = "none") => readMessage(said, DETECTORS, matter);
const numbersOf = (said: string, matter?: Matter) => {
  const { danger, doubt } = read(said, matter);
  return (danger ?? doubt)?.numbers ?? [];
};

const CALM = [
  "Sáng nay tôi ra chợ mua ít rau với cân thịt.",
  "Thôn mình năm nay phong trào tốt lắm, bà con đồng lòng.",
  "Đường mới làm xong nên đi lại dễ hơn trước nhiều.",
  "Mấy hôm nữa họp dân, tôi cũng định phát biểu đôi lời.",
  "Nhà tôi trồng được vườn hồi, mùa này thu cũng khá.",
  "Cháu tôi học lớp năm, cô giáo khen ngoan.",
];
const DANGERS = [
  ["Nhà bếp đang cháy, khói đặc cả rồi.", "114"],
  ["Con tôi vừa nuốt viên thuốc diệt chuột.", "115"],
  ["Có hai thanh niên đang cậy cửa sau nhà em.", "113"],
  ["Bố tôi méo mồm, tay trái rũ xuống không nhấc lên được.", "115"],
] as const;

/** The danger at this place among so many calm sentences. */
const among = (danger: string, calm: number, at: number): string => {
  const talk = Array.from({ length: calm }, (_, i) => CALM[i % CALM.length] ?? "");
  return talk.toSpliced(at, 0, danger).join(" ");
};

describe("a danger in one of several sentences", () => {
  const cases = DANGERS.flatMap(([danger, number]) =>
    [1, 2, 4, 8, 14].flatMap((calm) =>
      [0, Math.floor(calm / 2), calm].map((at) => [danger, number, calm, at] as const),
    ),
  );

  it.each(cases)("%s (%s) among %i calm ones, behind %i", (danger, number, calm, at) => {
    const said = among(danger, calm, at);
    expect(numbersOf(said)).toContain(number);
    expect(numbersOf(fold(said.toLowerCase()))).toContain(number);
  });

  it("is none in as many calm ones", () => {
    for (const calm of [1, 2, 4, 8, 14]) expect(read(among("", calm, 0)).danger).toBeNull();
  });

  it("raises a doubt at most where the message is of a film", () => {
    const cry = "Tối qua em xem phim hay lắm, anh hùng vào nhà. Cháy! Sau đó khán giả vỗ tay, phim hết.";
    expect(read(cry).danger).toBeNull();
    const film =
      "Phim tối qua hay quá các bạn ạ. Thằng trùm cầm dao đuổi chém cả nhà. Xem xong ngủ ngon luôn.";
    expect(read(film).danger).toBeNull();
  });
});

describe("words of a joke", () => {
  it.each([
    ["nó dọa giết cả nhà, em tưởng nó đùa tí, giờ nó đang tưới xăng quanh nhà", "113"],
    ["bọn em đùa thôi mà nó ngã đập đầu xuống nền, giờ máu ra tai", "115"],
  ])("before a danger take nothing back: %s", (said, number) => {
    const { isFalseAlarm } = read(said);
    expect(isFalseAlarm).toBe(false);
    expect(numbersOf(said)).toContain(number);
  });

  it.each([
    "nó cầm dao đâm em chảy máu, nó bảo đùa thôi",
    "nó dọa giết cả nhà em, rồi bảo đùa tí",
    "em muốn chết, nói đùa thôi",
    "thôi cũng chẳng sao, em uống hết vỉ thuốc ngủ rồi, nhắn cho vui vậy thôi",
  ])("take nothing back of what befalls the writer: %s", (said) => {
    expect(read(said).isFalseAlarm).toBe(false);
    expect(numbersOf(said).length).toBeGreaterThan(0);
  });

  it.each(["cháy nhà rồi cứu với, đùa tí thôi", "có đánh nhau ở chợ, đùa tí", "có bom ở chợ, test thôi nhé"])(
    "behind it take it back: %s",
    (said) => {
      const { isFalseAlarm, danger } = read(said);
      expect([isFalseAlarm, danger]).toEqual([true, null]);
    },
  );
});

it.each(["/tracuu AB12CD nó đang đánh tôi chảy máu", "/solieu nhà tôi đang cháy", "/help 🆘"])(
  "behind a command: %s",
  (said) => expect(numbersOf(said).length).toBeGreaterThan(0),
);

it.each(["/solieu số vụ đuối nước 2022", "/help", "/tracuu TB-9B3G-MN8W"])(
  "no command sounds one: %s",
  (said) => expect(read(said).danger).toBeNull(),
);

it("the number of a second danger in another clause is named too", () => {
  expect(read("Rò ga trong bếp, mẹ tôi bất tỉnh rồi").danger?.numbers).toEqual(
    expect.arrayContaining(["114", "115"]),
  );
});

it.each(["question", "incident", "draft", "filed"] as const)(
  "within %s it is heard as in a new chat",
  (matter) => {
    for (const [danger, number] of DANGERS) expect(numbersOf(danger, matter)).toContain(number);
    expect(numbersOf("thôi khỏi báo nữa em chết cho xong", matter).length).toBeGreaterThan(0);
  },
);
