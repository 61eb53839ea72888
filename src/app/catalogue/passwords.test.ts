import assert from "node:assert/strict";
import { test } from "node:test";
import { passwordFault } from "./passwords.ts";

test("long passwords are taken, whatever they are made of", () => {
  const good = [
    "four unrelated words",
    "correct horse battery",
    "пароль из слов",
    "日本語のとても長いパスワード",
    "Tr0ub4dor&3xyz",
  ];
  for (const password of good) assert.equal(passwordFault(password, "owner"), undefined, password);
});

test("short, overlong, common, repeated and plainly counted passwords are refused with a sentence", () => {
  const bad = [
    "short",
    "x".repeat(201),
    "Password123!",
    "administrator1",
    "ownerownerowner1".slice(0, 5).repeat(2),
    "aaaaaaaaaaaa",
    "abababababab",
    "abcdefghijklm",
    "9876543210",
    "1234567890",
  ];
  for (const password of bad) assert.match(passwordFault(password, "ownerowner") ?? "none", /hoose/, password);
});
