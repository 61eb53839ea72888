// The console's icons, drawn for it: 20-unit strokes in the colour of the text. Decoration only; names stand beside them.

const PATHS = {
  overview: "M3 16V9M8 16V4M13 16v-5M18 16V7",
  live: "M3 10h3l2-5 4 10 2-5h3",
  projects: "M3 6.5 10 3l7 3.5-7 3.5zM3 10.2l7 3.5 7-3.5M3 13.7l7 3.5 7-3.5",
  regions: "M4 4h12v5H4zM4 11h12v5H4zM7 6.5h.01M7 13.5h.01",
  api: "M7 6 3 10l4 4M13 6l4 4-4 4",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4",
  filter: "M3 5h14M6 10h8M8.5 15h3",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3",
  down: "m6 8 4 4 4-4",
  close: "m5 5 10 10M15 5 5 15",
  check: "m4 10.5 4 4 8-9",
  plus: "M10 4v12M4 10h12",
  code: "M6.5 6 2.5 10l4 4M13.5 6l4 4-4 4M11.5 4.5l-3 11",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M9 8v8",
  chart: "M3 16V4M3 16h14M6 12l3-3 3 2 4-5",
  expand: "M8 3H3v5M12 17h5v-5M3 3l6 6M17 17l-6-6",
  copy: "M7 7h9v9H7zM4 13V4h9",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
  moon: "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5z",
  system: "M3 4h14v9H3zM7 16.5h6M10 13v3.5",
  user: "M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c.5-3.3 3-5 6-5s5.5 1.7 6 5",
  pause: "M7 5v10M13 5v10",
  play: "M6.5 4.500v11l9-5.500z",
  warning: "M10 3.5 17.5 16.500h-15zM10 8.500v3.500M10 14.300h.01",
  info: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9.500V13.500M10 6.700h.01",
  link: "M8.5 11.500l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7",
  keyboard: "M2.5 5.500h15v9h-15zM5.5 8.500h.01M8.5 8.500h.01M11.5 8.500h.01M14.5 8.500h.01M6.5 11.800h7",
  globe: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM3 10h14M10 3c4.5 4.5 4.5 9.5 0 14M10 3c-4.5 4.5-4.5 9.5 0 14",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="mark">
      <rect width="32" height="32" rx="8" />
      <circle cx="11.5" cy="16" r="5.5" />
      <circle cx="20.5" cy="16" r="5.5" />
    </svg>
  );
}
