import { deserialize, serialize } from 'node:v8'
import type { ItemRef } from '../core/item.ts'
import type { ItemOutcomes } from '../core/outcome.ts'
import { type PackedOutcomes, unpackOutcomes } from '../core/packed-outcomes.ts'
import type { ExaminePlan } from '../examine-plan.ts'
import type { LoadedHashLists } from '../hash-lists/lists.ts'
import type { OverflowMessage } from './overflow-channel.ts'

/** What a worker is given when it starts: plain data only. */
export interface WorkerStart {
  /** Reopens the source in the worker's own thread. */
  readonly sourceUri: string
  readonly plan: ExaminePlan
  /** One number a lane: the position in its task of the item under examination, from 1; 0 while idle. */
  readonly positions: SharedArrayBuffer
  /** As `overflowNumbers` makes them. */
  readonly overflow: SharedArrayBuffer
  /** Lists of hashes, in memory that all threads share. */
  readonly hashLists?: LoadedHashLists
}

/** Some entries to examine, in order. */
export interface Task {
  /** Whose position this task keeps up to date. */
  readonly lane: number
  readonly items: readonly ItemRef[]
}

/**
 * Outcomes of consecutive items, as bytes: made once, in the worker, and read once, where they are written. Between
 * them, threads and processes hand them on as they are.
 */
export type Packed = Uint8Array<ArrayBuffer>

export function pack(outcomes: readonly PackedOutcomes[]): Packed {
  return new Uint8Array(serialize(outcomes))
}

export function unpack(parts: readonly Packed[]): readonly ItemOutcomes[] {
  return parts.flatMap((part) => (deserialize(part) as readonly PackedOutcomes[]).map(unpackOutcomes))
}

/** What the examining process is given when it starts. */
export interface ProcessStart {
  readonly sourceUri: string
  readonly plan: ExaminePlan
  readonly workers: number
  /** A module that stands in for the worker, in tests. */
  readonly workerFile?: string
}

/** What the examining process is told. */
export type Request =
  | { readonly start: ProcessStart }
  | { readonly call: number; readonly items: readonly ItemRef[] }
  | { readonly arrived: Arrived }

/** What was handed on has arrived, or there is no room for it. */
export type Arrived = Pick<OverflowMessage, 'lane' | 'number'> & { readonly hasRoom: boolean }

/**
 * What it answers: it is ready, the outcomes of a call, that a call goes on, what is too much to be held, or a fault of
 * ours as `faultOf` tells it.
 */
export type Response =
  | { readonly ready: true }
  | { readonly call: number; readonly parts: readonly Packed[] }
  | { readonly alive: number }
  | { readonly overflow: OverflowMessage }
  | { readonly fault: string }

/** The examining process ends itself by this code when it outgrew its memory. */
export const outgrewMemory = 75
