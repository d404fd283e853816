import type { Judged } from './cases.ts'
import { modelKinds } from './texts.ts'

/** F1 of each kind that occurs, and their mean. */
export interface Score {
  readonly macro: number
  readonly perKind: ReadonlyMap<string, number>
  readonly count: number
}

export function scoreOf(judged: readonly Judged[]): Score {
  const perKind = new Map<string, number>()
  for (const kind of modelKinds) {
    const right = judged.filter((one) => one.kind === kind && one.got === kind).length
    const due = judged.filter((one) => one.kind === kind).length
    const taken = judged.filter((one) => one.got === kind).length
    if (due + taken > 0) perKind.set(kind, (2 * right) / (due + taken))
  }
  const macro = [...perKind.values()].reduce((sum, f1) => sum + f1, 0) / perKind.size
  return { macro, perKind, count: judged.length }
}

/** How often the model is right when it is so sure. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean confidence, and the share that is right. */
  readonly confidence: number
  readonly right: number
}

const bounds = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.000001]

export function reliabilityOf(judged: readonly Judged[]): readonly Bin[] {
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] as number
    const own = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    const mean = (value: (one: Judged) => number) => own.reduce((sum, one) => sum + value(one), 0) / (own.length || 1)
    const right = mean(({ kind, got }) => (kind === got ? 1 : 0))
    return { from, to: Math.min(to, 1), count: own.length, confidence: mean((one) => one.confidence), right }
  })
}

/** The expected calibration error: how far confidence and truth lie apart, each bin by its size. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, { count, confidence, right }) => sum + (count / all) * Math.abs(confidence - right), 0)
}
