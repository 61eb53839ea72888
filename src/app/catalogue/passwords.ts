// Which passwords are taken, after NIST SP 800-63B: length decides, composition rules don't, and the commonest are refused.

const PASSWORD_CHARACTERS_MIN = 10;
/** Bounds the work of hashing what a stranger sends. */
export const PASSWORD_CHARACTERS_MAX = 200;

/** Guessed first by every tool; compared in lower case without digits and signs at the end. */
const COMMON = [
  "password",
  "passw0rd",
  "qwertyuiop",
  "letmein",
  "iloveyou",
  "administrator",
  "welcome",
  "changeme",
  "tandem",
];

/** The sentence that says why a password can't be had; undefined for a good one. */
export function passwordFault(password: string, userName: string): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_CHARACTERS_MIN) return `Choose a password of at least ${PASSWORD_CHARACTERS_MIN} characters.`;
  if (length > PASSWORD_CHARACTERS_MAX) return `Choose a password of at most ${PASSWORD_CHARACTERS_MAX} characters.`;
  const stem = password.toLowerCase().replace(/[^a-z]+$/, "");
  if (COMMON.includes(stem) || stem === userName.toLowerCase()) {
    return "This password is among the first that are guessed; choose another, for instance four unrelated words.";
  }
  if (new Set(password).size < 5) return "This password repeats a few characters; choose one with more variety.";
  if (isRun(password)) return "This password is a plain sequence; choose another, for instance four unrelated words.";
  return undefined;
}

/** "abcdefghij", "9876543210": each character follows its neighbour. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.charCodeAt(0));
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) === 1 && codes.every((code, at) => at === 0 || (code - (codes[at - 1] ?? 0) - step) % 10 === 0);
}
