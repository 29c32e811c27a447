import { expect, it } from "vitest";
import { readDeskCommand } from "./desk-commands.ts";

it("reads a handler's command, whatever stands after it", () => {
  expect(readDeskCommand("/Giao TB-AAAA-BBBB  chị Lan ")).toEqual({
    name: "giao",
    argument: "TB-AAAA-BBBB  chị Lan",
    acts: true,
  });
  expect(readDeskCommand("/giaoca")).toMatchObject({ name: "giaoca", argument: "", acts: false });
});

it.each(["giao", "/", "/constructor", "/giaohang", "mai /giao", "/tin", ""])("nothing else: %s", (typed) =>
  expect(readDeskCommand(typed)).toBeNull(),
);

it("with marks, as a phone corrects it, a command is the same", () => {
  expect(readDeskCommand("/hẹn TB-AAAA-BBBB 2 giờ")).toMatchObject({ name: "hen", acts: true });
  expect(readDeskCommand("/CHỜ")).toMatchObject({ name: "cho" });
});
