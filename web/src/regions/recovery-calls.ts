// What the operations room asks of the API. Each action carries an Idempotency-Key, so that a click that is sent twice by the
// network is one command.

import type { EdgeDrains } from "../../../src/core/drain.ts";
import type { DrillsView, RunningDrill } from "../../../src/core/drills-view.ts";
import type { RecoveryRoom, TailRow } from "../../../src/core/recovery-room.ts";
import type { PlanKind } from "../../../src/core/recovery-view.ts";
import { API, request } from "../api/client.ts";

export type Taken = { region: string; run: string | null; says: string };
export type StartRequest = {
  plan: PlanKind;
  to: string;
  reason: string;
  seen: string;
  confirm?: { lose?: boolean; checks?: string[] };
};
export type EvidenceFiles = { id: string; files: { name: string; bytes: number }[] };
export type RegionTail = {
  region: string;
  because: string | null;
  exported: boolean;
  /** Of the whole list; `rows` are its oldest. */
  total: number;
  rows: TailRow[];
};

export const readRoom = (signal?: AbortSignal) => request<RecoveryRoom>("GET", "/recovery", undefined, signal);
/** `confirmation`: that it is still the person who signed in, for this run alone. */
type By = { key: string; confirmation: string };
export const startRun = (body: StartRequest, { key, confirmation }: By) =>
  request<Taken>("POST", "/recovery/runs", body, undefined, key, confirmation);
export const approveRun = (run: string, reason: string, seen: string, { key, confirmation }: By) => {
  const path = `/recovery/runs/${encodeURIComponent(run)}/approve`;
  return request<Taken>("POST", path, { reason, seen }, undefined, key, confirmation);
};
export const stopRun = (run: string, reason: string, key: string) =>
  request<Taken>("POST", `/recovery/runs/${encodeURIComponent(run)}/stop`, { reason }, undefined, key);
type Told = { regions: { region: string; accepted: boolean; says: string }[] };
export const pauseAutomatic = (forMs: number, reason: string) =>
  request<Told>("POST", "/recovery/pause", { forMs, reason });
export const resumeAutomatic = (reason: string) => request<Told>("POST", "/recovery/resume", { reason });

type DrainTold = EdgeDrains & { says: string };
type DrainRequest = { region: string; sharePercent: number; forMs: number; reason: string; seen: string | null };
export const beginDrain = (body: DrainRequest, key: string) =>
  request<DrainTold>("POST", "/recovery/drain", body, undefined, key);
export const endDrain = (reason: string) => request<DrainTold>("POST", "/recovery/drain/end", { reason });

export const readDrills = (signal?: AbortSignal) => request<DrillsView>("GET", "/drills", undefined, signal);
export const startDrill = (scenario: string) =>
  request<RunningDrill>("POST", "/drills", { scenario, confirm: scenario });
export const listEvidence = async (signal?: AbortSignal): Promise<EvidenceFiles[]> =>
  (await request<{ evidence: EvidenceFiles[] }>("GET", "/evidence", undefined, signal)).evidence;
export const evidenceUrl = (drill: string, file: string): string =>
  `${API}/evidence/${encodeURIComponent(drill)}/${encodeURIComponent(file)}`;
export const readTail = async (signal?: AbortSignal): Promise<RegionTail[]> =>
  (await request<{ regions: RegionTail[] }>("GET", "/recovery/tail", undefined, signal)).regions;
