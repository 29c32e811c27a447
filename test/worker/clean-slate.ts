import { afterAll, beforeAll } from "vitest";
import { forgetChats, noteChats } from "./chats.ts";

// All files share one runtime, which takes seconds to start and to load: each is to find its storage empty.
beforeAll(noteChats);
afterAll(forgetChats);
