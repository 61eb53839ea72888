// Name and password, for whoever isn't signed in; the address stays, so one lands where one wanted to go.

import { type FormEvent, useState } from "react";
import { signIn } from "../api/calls.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { readSignInQuestion, signInByPasskey } from "../confirm/confirm-calls.ts";
import { askPasskey, hasPasskeys } from "../confirm/passkeys.ts";
import { useSessionState } from "../state/session.tsx";
import { Mark } from "../ui/icon.tsx";

/** Browsers have no passkeys for addresses made of numbers. */
const IS_NUMBERS = /^[\d.]+$|^\[/;

export function SignInPage({ expired }: { expired: boolean }) {
  const { refresh } = useSessionState();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await refresh();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(() => signIn(name, password));
  };
  return (
    <main className="alone">
      <form className="sign-in" onSubmit={submit}>
        <Mark size={40} />
        <h1>Sign in to Tandem</h1>
        {expired && <p role="status">Your session has ended. Sign in to go on where you were.</p>}
        <label className="field">
          <span>Name</span>
          <input autoComplete="username" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>Password</span>
          <input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {problem && (
          <p className="error" role="alert">
            {problem.status === 401 ? "Name and password don't match." : `${problem.message}. ${problem.detail}`}
          </p>
        )}
        <button type="submit" className="button button-primary button-wide" disabled={busy}>
          Sign in
        </button>
        {hasPasskeys() && !IS_NUMBERS.test(location.hostname) && (
          <button
            type="button"
            className="button button-wide"
            disabled={busy}
            onClick={() => attempt(async () => signInByPasskey(await askPasskey(await readSignInQuestion())))}
          >
            Sign in with a passkey
          </button>
        )}
        <p className="muted">
          No password yet, or forgotten? <code>npm run -s tandem -- sign-in-link</code> on the machine that runs Tandem
          prints a one-time link.
        </p>
      </form>
    </main>
  );
}
