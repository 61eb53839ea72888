// The console's first line: styles, then the application.

import "./styles/base.css";
import "./styles/parts.css";
import "./styles/shell.css";
import "./styles/overview.css";
import "./styles/pages.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { SessionProvider } from "./state/session.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("Bug: index.html has no #root");
createRoot(root).render(
  <SessionProvider>
    <App />
  </SessionProvider>,
);
