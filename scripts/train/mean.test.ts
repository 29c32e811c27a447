import { expect, it } from "vitest";
import { Space } from "./kernels.ts";
import { Mean } from "./mean.ts";
import { Block } from "./network.ts";

it("is the mean of what was added, and takes the place of the parameters", () => {
  const block = new Block(new Space(200), 2, 3, () => 1);
  const mean = new Mean([block]);
  for (const value of [1, 2, 6]) {
    block.values.fill(value);
    mean.add();
  }
  mean.take();
  expect([...block.plain()]).toEqual([3, 3, 3, 3, 3, 3]);
});

it("changes nothing where nothing was added", () => {
  const block = new Block(new Space(200), 2, 3, () => 1);
  new Mean([block]).take();
  expect([...block.plain()]).toEqual([1, 1, 1, 1, 1, 1]);
});
