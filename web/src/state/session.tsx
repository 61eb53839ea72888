// Who is signed in, and what follows: the CSRF token, whether changes are possible, the host that SDKs send to.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { SessionView } from "../../../src/core/resources.ts";
import { readSession, signOut } from "../api/calls.ts";
import { type ApiProblem, asProblem, rememberCsrf, whenSignedOut } from "../api/client.ts";

export type SessionState =
  | { kind: "loading" }
  | { kind: "signed-out"; expired: boolean }
  | { kind: "signed-in"; session: SessionView }
  | { kind: "failed"; problem: ApiProblem };

type Value = { state: SessionState; refresh: () => Promise<void>; leave: () => Promise<void> };
const Context = createContext<Value | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: "loading" });
  const refresh = useCallback(async () => {
    try {
      const session = await readSession();
      rememberCsrf(session.csrf);
      setState({ kind: "signed-in", session });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) setState({ kind: "signed-out", expired: false });
      // A session already on the screen stays: a region that is being lost must not throw people out.
      else setState((before) => (before.kind === "signed-in" ? before : { kind: "failed", problem }));
    }
  }, []);
  const leave = useCallback(async () => {
    await signOut();
    rememberCsrf(null);
    setState({ kind: "signed-out", expired: false });
  }, []);
  useEffect(() => {
    whenSignedOut(() => setState({ kind: "signed-out", expired: true }));
    // The welcome page signs in first; asking before that is a refusal for nothing.
    if (location.pathname !== "/welcome") void refresh();
    const again = () => {
      if (document.visibilityState === "visible" && location.pathname !== "/welcome") void refresh();
    };
    const timer = setInterval(again, SESSION_REFRESH_MS);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    };
  }, [refresh]);
  const value = useMemo(() => ({ state, refresh, leave }), [state, refresh, leave]);
  return <Context value={value}>{children}</Context>;
}

/** `writable` and `region` change with a fail-over, so the session is read again now and then. */
const SESSION_REFRESH_MS = 30_000;

export function useSessionState(): Value {
  const value = useContext(Context);
  if (!value) throw new Error("Bug: no SessionProvider above");
  return value;
}

export function useSession(): SessionView {
  const { state } = useSessionState();
  if (state.kind !== "signed-in") throw new Error("Bug: a page of the signed-in part without a session");
  return state.session;
}

/** Why changes are impossible now; undefined when they are possible. */
export function useWhyReadOnly(): string | undefined {
  const session = useSession();
  if (session.user.role !== "owner")
    return `Only owners change projects; you are signed in as an ${session.user.role}.`;
  if (!session.writable) return `${session.region} can't make changes now: it is passive, or its database is down.`;
  return undefined;
}
