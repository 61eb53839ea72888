// A question that is put several times a second to the same process, all day long: on a connection that was begun as a request
// and then switched (HTTP's `Upgrade`) to two lines a question and two an answer. No headers are made and none are parsed, so
// that it costs a third of the processor that a request costs. To a process that doesn't switch, requests are sent.
//
// A question:  <number> <method> <path>\n<body, or nothing>\n      An answer:  <number> <status>\n<body>\n
// A body is JSON without line breaks. Answers may come in any order.

import type { Duplex } from "node:stream";
import { type Asked, exchange, Overdue } from "./ask.ts";
import { insideAgent, insideRequest } from "./inside.ts";

export const CONVERSATION_PATH = "/conversation";
export const CONVERSATION_PROTOCOL = "tandem-conversation-1";

/** Of a process that spoke plain HTTP only (the version before this one); then it is tried again. */
const PLAIN_MS = 30_000;
const ANSWER_BYTES_MAX = 256 * 1024;

export type Conversation = {
  /** Rejects when nothing has been answered within `timeoutMs`. After that it isn't known whether the other side acted. */
  ask(method: "GET" | "PUT" | "POST", path: string, body: unknown, timeoutMs: number): Promise<Asked>;
  /** Whoever still waits for an answer hears that there won't be one. */
  close(): void;
};

/** Nothing is connected before the first question; after a break the next question connects again. */
export function converse(port: number, headers: Record<string, string>): Conversation {
  let talk: Talk | undefined;
  let plainUntilMs = Number.NEGATIVE_INFINITY;
  const ending = new AbortController();

  const begin = (): Talk => {
    const begun = beginTalk(port, headers, () => {
      if (talk === begun) talk = undefined;
    });
    return begun;
  };
  const put = async (method: string, path: string, text: string | undefined, untilMs: number): Promise<Asked> => {
    const now = performance.now();
    if (ending.signal.aborted) throw new Broken("the conversation was ended here");
    if (now >= plainUntilMs) {
      talk ??= begin();
      const { hasAnswered } = talk;
      try {
        return await talk.ask(method, path, text ?? "", untilMs - now);
      } catch (error) {
        if (error instanceof NotSpoken) plainUntilMs = performance.now() + PLAIN_MS;
        // The other side ended it at the moment when it was asked again: what changes nothing may be put once more.
        else if (!(error instanceof Broken && hasAnswered() && text === undefined)) throw error;
      }
    }
    const own = text === undefined ? {} : bodyHeaders(text);
    const options = { port, method, path, headers: { ...headers, ...own }, signal: ending.signal };
    return await exchange(options, text, untilMs - performance.now());
  };
  return {
    ask: (method, path, body, timeoutMs) =>
      put(method, path, body === undefined ? undefined : JSON.stringify(body), performance.now() + timeoutMs),
    close() {
      ending.abort();
      talk?.end(new Broken("the conversation was ended here"));
    },
  };
}

const bodyHeaders = (text: string) => ({
  "content-type": "application/json",
  "content-length": String(Buffer.byteLength(text)),
});

/** The other side answered the request for a conversation without beginning one. */
class NotSpoken extends Error {}
/** The connection ended before the answer had come. */
class Broken extends Error {}

type Talk = {
  ask(method: string, path: string, text: string, timeoutMs: number): Promise<Asked>;
  hasAnswered(): boolean;
  end(error: Error): void;
};

type Waiting = { resolve: (asked: Asked) => void; reject: (error: Error) => void; overdue: NodeJS.Timeout };

/** One connection from its beginning to its end. `onEnd` hears of the end before those who wait. */
function beginTalk(port: number, headers: Record<string, string>, onEnd: () => void): Talk {
  const waiting = new Map<number, Waiting>();
  let socket: Duplex | undefined;
  let unsaid = "";
  let heard = "";
  let last = 0;
  let answered = false;
  let isOver = false;

  const end = (error: Error): void => {
    if (isOver) return;
    isOver = true;
    asked.destroy();
    socket?.destroy();
    onEnd();
    for (const { reject, overdue } of waiting.values()) {
      clearTimeout(overdue);
      reject(error);
    }
    waiting.clear();
  };
  const hear = (text: string): void => {
    heard = heard === "" ? text : heard + text;
    for (;;) {
      const first = heard.indexOf("\n");
      const second = first === -1 ? -1 : heard.indexOf("\n", first + 1);
      if (second === -1) break;
      const [number, status] = heard.slice(0, first).split(" ").map(Number) as [number, number];
      const body = heard.slice(first + 1, second);
      heard = heard.slice(second + 1);
      answered = true;
      const one = waiting.get(number);
      waiting.delete(number);
      clearTimeout(one?.overdue);
      one?.resolve({ status, body });
    }
    if (heard.length > ANSWER_BYTES_MAX) end(new RangeError(`an answer of more than ${ANSWER_BYTES_MAX} bytes`));
  };
  const switching = { connection: "Upgrade", upgrade: CONVERSATION_PROTOCOL };
  const options = { port, path: CONVERSATION_PATH, agent: insideAgent({ keepAlive: false }) };
  const asked = insideRequest({ ...options, headers: { ...headers, ...switching } }, (response) => {
    response.resume();
    end(new NotSpoken(`the process on port ${port} holds no conversations`));
  });
  asked.on("upgrade", (_, opened: Duplex, head: Buffer) => {
    socket = opened;
    if (head.length > 0) opened.unshift(head);
    opened.setEncoding("utf8");
    opened.on("data", hear);
    opened.on("error", (cause) => end(new Broken("the connection of the conversation broke", { cause })));
    opened.on("close", () => end(new Broken("the other side ended the conversation")));
    if (isOver) return void opened.destroy();
    if (unsaid !== "") opened.write(unsaid);
    unsaid = "";
  });
  asked.on("error", end);
  asked.end();

  return {
    ask: (method, path, text, timeoutMs) =>
      new Promise((resolve, reject) => {
        last += 1;
        // Later answers would come on a connection that nobody knows to be alive: the next question gets a new one.
        const overdue = setTimeout(() => end(new Overdue(`no answer within ${timeoutMs} ms`)), timeoutMs);
        waiting.set(last, { resolve, reject, overdue });
        const question = `${last} ${method} ${path}\n${text}\n`;
        if (socket) socket.write(question);
        else unsaid += question;
      }),
    hasAnswered: () => answered,
    end,
  };
}
