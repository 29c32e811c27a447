import { describe, expect, it } from "vitest";
import { circleIn, floorOf, graphsOfFolders, readFloors, readImports } from "./layers.ts";

const floors = readFloors();
const imports = readImports();

describe("one way down", () => {
  it("every file of src/ stands on a floor of docs/architecture.md, and every floor has files", () => {
    const files = [...imports.keys()];
    expect(files.filter((file) => floorOf(file, floors) === null)).toEqual([]);
    const inhabited = new Set(files.map((file) => floorOf(file, floors)));
    expect(floors.filter((_, floor) => !inhabited.has(floor))).toEqual([]);
  });

  it("no import points up", () => {
    const upward = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => (floorOf(target, floors) ?? -1) < (floorOf(file, floors) ?? -1))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("rooms on one floor don't import each other", () => {
    const rooms = (file: string) => floors[floorOf(file, floors) ?? 0] ?? [];
    const roomOf = (file: string) => rooms(file).find((room) => file.startsWith(`src/${room}`));
    const across = [...imports].flatMap(([file, targets]) =>
      targets
        .filter(
          (target) => floorOf(target, floors) === floorOf(file, floors) && roomOf(target) !== roomOf(file),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(across).toEqual([]);
  });

  it("no circle among files", () => expect(circleIn(imports)).toBeNull());

  it("no circle among the folders and files of any folder", () => {
    const circles = [...graphsOfFolders(imports)].flatMap(([folder, graph]) => {
      const withoutSelf = new Map([...graph].map(([from, to]) => [from, [...to].filter((t) => t !== from)]));
      const circle = circleIn(withoutSelf);
      return circle === null ? [] : [`${folder}: ${circle.join(" → ")}`];
    });
    expect(circles).toEqual([]);
  });

  it("finds a circle where there is one", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(circleIn(graph)).toEqual(["b", "c", "b"]);
  });
});
