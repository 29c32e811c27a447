import { expect, it } from "vitest";
import { answerForm } from "./answer-forms.ts";

it.each([
  ["trong mấy giờ", "Báo trong 12 giờ.", "Báo ở Công an xã."],
  ["phải chờ bao lâu", "Có kết quả sau 7 ngày làm việc.", "Phí 20.000 đồng."],
  ["bị phạt bao nhiêu", "Phạt 1–2 triệu đồng.", "Lệ phí 20.000 đồng."],
  ["nộp ở đâu", "Nộp tại Công an xã.", "Nộp trong 3 ngày."],
])("knows the form of what answers %s", (question, answers, other) => {
  const form = answerForm(question);
  expect([form?.(answers), form?.(other)]).toEqual([true, false]);
});

it("knows none where what is asked has no form", () => expect(answerForm("vì sao lại thế")).toBeNull());
