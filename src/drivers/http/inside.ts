// How the processes of an installation speak to each other: HTTP on the loopback, or HTTPS once this process has TLS. The edge's
// entrance is for people and stays HTTP: what it stands for (a content network, a load balancer) ends TLS with its own certificate.

import {
  Agent,
  type AgentOptions,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
} from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { tlsOfProcess } from "./tls.ts";

/** Where a process of this installation is asked. */
export function insideOrigin(port: number): string {
  return `${tlsOfProcess() ? "https" : "http"}://127.0.0.1:${port}`;
}

export const insideAgent = (options: AgentOptions): Agent =>
  tlsOfProcess() ? (new SecureAgent(options) as unknown as Agent) : new Agent(options);

/** `agent`, if any, comes from `insideAgent`. */
export function insideRequest(options: RequestOptions, onAnswer: (response: IncomingMessage) => void): ClientRequest {
  const ask = tlsOfProcess() ? secureRequest : request;
  return ask({ host: "127.0.0.1", ...options }, onAnswer);
}
