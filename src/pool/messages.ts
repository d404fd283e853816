import type { ItemRef } from '../core/item.ts'
import type { PackedOutcomes } from '../core/packed-outcomes.ts'
import type { ExaminePlan } from '../examine.ts'

/** What a worker is given when it starts: plain data only. */
export interface WorkerStart {
  /** Reopens the source in the worker's own thread. */
  readonly sourceUri: string
  readonly plan: ExaminePlan
  /** One number a lane: the position in its task of the item under examination, from 1; 0 while idle. */
  readonly positions: SharedArrayBuffer
}

/** Some entries to examine, in order. */
export interface Task {
  /** Whose position this task keeps up to date. */
  readonly lane: number
  readonly items: readonly ItemRef[]
}

/** The outcomes of a task's items, in the same order. */
export type Reply = readonly PackedOutcomes[]
