// The bounds of ingest, with their units. Code, manual and tests read this table.
import { EVENT_BODY_BYTES_MAX } from "../../core/entrance.ts";

export const INGEST_LIMITS = {
  /** Of a request's body, as sent and after inflation. */
  bodyBytes: EVENT_BODY_BYTES_MAX,
  /** Inflated bytes per byte sent; bodies that inflate to less than `inflationFreeBytes` are not measured. */
  inflationRatio: 100,
  inflationFreeBytes: 256 * 1024,
  /** Values of a body, counted by its commas and opening brackets: parsing takes time and memory by them, not by bytes. */
  bodyValues: 400_000,
  batchEvents: 2_500,
  /** Of one event written as compact JSON. */
  eventBytes: 32 * 1024,
  /** Of a batch's shared context, which every event of the batch inherits. */
  sharedContextBytes: 8 * 1024,
  /** Objects and arrays inside each other, the event itself being the first. */
  depth: 20,
  /** Keys of all objects in one event. */
  keys: 1_000,
  keyCharacters: 512,
  stringCharacters: 16_384,
  /** messageId, userId, anonymousId, groupId, previousId. */
  idCharacters: 255,
  /** The `event` of a track call. */
  nameCharacters: 512,
  instantCharacters: 64,
} as const;
