/** The permissions of each role, as data. */
export type Role = "viewer" | "duty" | "supervisor";

export type Permission =
  | "see_internal"
  | "handle_reports"
  | "manage_officials"
  | "update_knowledge"
  | "keep_ledger";

export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ["see_internal"],
  duty: ["see_internal", "handle_reports"],
  supervisor: ["see_internal", "handle_reports", "manage_officials", "update_knowledge", "keep_ledger"],
};

/** The roles as people write them, folded. */
export const ROLE_WORDS: Readonly<Record<string, Role>> = {
  xem: "viewer",
  "can bo": "viewer",
  viewer: "viewer",
  truc: "duty",
  "truc ban": "duty",
  duty: "duty",
  "giam sat": "supervisor",
  "lanh dao": "supervisor",
  supervisor: "supervisor",
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: "xem số liệu",
  duty: "trực ban",
  supervisor: "giám sát",
};

export const may = (role: Role | null, permission: Permission): boolean =>
  role !== null && PERMISSIONS[role].includes(permission);
