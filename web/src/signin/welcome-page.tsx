// The one-time link: uses its token once, takes it out of the address at once, and asks for a password where there is none.

import { type FormEvent, useEffect, useState } from "react";
import { choosePassword, readSession, signInByLink } from "../api/calls.ts";
import { type ApiProblem, asProblem, rememberCsrf } from "../api/client.ts";
import { Link } from "../route/link.tsx";
import { navigate } from "../route/location.ts";
import { useSessionState } from "../state/session.tsx";
import { Mark } from "../ui/icon.tsx";

type Step = { kind: "checking" } | { kind: "password"; name: string } | { kind: "failed"; problem: ApiProblem };
const PASSWORD_LENGTH_MIN = 10;

/** The token is spent by the first use, so that must happen once, however often the page is drawn. */
let spending: Promise<{ needsPassword: boolean }> | undefined;
function spendToken(): Promise<{ needsPassword: boolean }> {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, "", location.pathname);
    spending = signInByLink(token);
  }
  spending ??= signInByLink("");
  return spending;
}

export function WelcomePage() {
  const [step, setStep] = useState<Step>({ kind: "checking" });
  const { refresh } = useSessionState();
  useEffect(() => {
    spendToken()
      .then(async ({ needsPassword }) => {
        const session = await readSession();
        rememberCsrf(session.csrf);
        if (needsPassword) return setStep({ kind: "password", name: session.user.name });
        await refresh();
        navigate("/", { replace: true });
      })
      .catch((error) => setStep({ kind: "failed", problem: asProblem(error) }));
  }, [refresh]);

  return (
    <main className="alone">
      <div className="sign-in">
        <Mark size={40} />
        {step.kind === "checking" && <p aria-live="polite">Signing in …</p>}
        {step.kind === "failed" && (
          <>
            <h1>This link doesn't work any more</h1>
            <p>
              {step.problem.status === 0
                ? step.problem.detail
                : "A sign-in link works once and for a short time. Run this for a new one, or sign in with your password."}
            </p>
            <pre>
              <code>npm run -s tandem -- sign-in-link</code>
            </pre>
            <Link to="/" className="button button-wide">
              Sign in with a password
            </Link>
          </>
        )}
        {step.kind === "password" && <PasswordForm name={step.name} />}
      </div>
    </main>
  );
}

function PasswordForm({ name }: { name: string }) {
  const { refresh } = useSessionState();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await choosePassword(password);
      await refresh();
      navigate("/", { replace: true });
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      <h1>Welcome to Tandem</h1>
      <p>
        Choose a password. From now on you sign in as <strong>{name}</strong> with it.
      </p>
      <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
      <label className="field">
        <span>Password</span>
        <input
          type="password"
          autoComplete="new-password"
          required
          minLength={PASSWORD_LENGTH_MIN}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby="password-hint"
        />
        <small id="password-hint">
          At least {PASSWORD_LENGTH_MIN} characters; a few words are better than symbols.
        </small>
      </label>
      {problem && (
        <p className="error" role="alert">
          {problem.message}. {problem.detail}
        </p>
      )}
      <button type="submit" className="button button-primary button-wide" disabled={busy}>
        Save and continue
      </button>
    </form>
  );
}
