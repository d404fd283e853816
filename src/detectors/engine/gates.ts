import type { Scan } from './scan.ts'

/** Asks the cheap questions of all detectors of the scan's plan: 1 for each that has something to look for in its text. */
export function openGates(scan: Scan): Uint8Array {
  const { text, cueTopics, hitTopics, runLengths, mixedRunLengths } = scan
  const { gates, doors } = scan.plan
  const isOpen = doors.always.slice()
  for (const topic of cueTopics) open(isOpen, doors.byWords[topic])
  for (const topic of hitTopics) open(isOpen, doors.byWritings[topic])
  for (const [literal, opened] of doors.byLiteral) if (text.includes(literal)) open(isOpen, opened)
  if (scan.colons.length > 0) open(isOpen, doors.byColons)
  if (scan.dots.length > 0) open(isOpen, doors.byDots)
  for (const index of doors.byRuns) {
    const gate = gates[index]
    if (gate === undefined) continue
    if (((gate.runLengths & runLengths) | (gate.mixedRunLengths & mixedRunLengths)) !== 0) isOpen[index] = 1
  }
  return isOpen
}

function open(isOpen: Uint8Array, gates: readonly number[] | undefined): void {
  if (gates !== undefined) for (const gate of gates) isOpen[gate] = 1
}
