import { existsSync, readFileSync } from 'node:fs'

/** Where Linux tells how long the processes that this one has waited for, and theirs, kept a processor busy. */
const ownState = '/proc/self/stat'
/** Hundredths of a second, on every Linux that Node runs on. */
const ticksPerSecond = 100

/** Processor time of all processes started so far and ended; undefined where the system does not tell. */
export function processorSeconds(): number | undefined {
  if (!existsSync(ownState)) return undefined
  const state = readFileSync(ownState, 'latin1')
  // Behind the name in brackets the fields are numbered from 3: 16 and 17 are the children's user and system time.
  const fields = state.slice(state.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}
