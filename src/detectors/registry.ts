import type { Detector } from '../core/finding.ts'

/** Every detector. Order does not matter: overlaps are resolved by evidence. */
export const detectors: readonly Detector[] = Object.freeze([])
