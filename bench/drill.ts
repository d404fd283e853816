/**
 * The fault drill: `npm run drill -- --kills 100 --seed 1`. Scans of data-samples are killed, starved of disk, robbed of
 * their store and fed with failing files; each must come to the digest of the undisturbed run. Ends with 1 where one
 * does not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decoderDrill } from './drill/decoders.ts'
import { killDrill } from './drill/kills.ts'
import { changingSource, type Faults, failingSource, fullDisk, vanishedStore } from './drill/places.ts'
import { digestOfScan, samples } from './drill/scan-process.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const work = mkdtempSync(join(tmpdir(), 'leaksift-drill-'))
try {
  await main()
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const expected = await digestOfScan(samples, join(work, 'whole.sqlite'))
  tell('decoders that fault, abort, exit, hang and eat memory', await decoderDrill(work))
  tell('a full disk', await fullDisk(work, expected))
  tell('a store that vanishes', await vanishedStore(work, expected))
  tell('a source with read errors', await failingSource(work))
  tell('a source that changes while it is read', await changingSource(work))
  const { supervisors, children, completed, faults } = await killDrill(work, Number(values.kills), Number(values.seed))
  tell(`${supervisors} kills of the scan, ${children} of its children, ${completed} scans brought to their end`, faults)
}

function tell(what: string, faults: Faults): void {
  console.log(`${faults === undefined ? 'not possible here' : faults.length === 0 ? 'ok' : 'FAILS'}: ${what}`)
  for (const fault of faults ?? []) console.log(`  ${fault}`)
  if ((faults?.length ?? 0) > 0) process.exitCode = 1
}
