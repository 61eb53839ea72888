// What dashboards are called: a uid is part of links that people keep, so it never changes.
import type { DashboardName } from "./alert.ts";

export const dashboardUid = (name: DashboardName): string => `tandem-${name}`;
/** Below whatever address Grafana is reached at. */
export const dashboardPath = (name: DashboardName): string => `/d/${dashboardUid(name)}`;
