import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cli, digestOf } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-learning-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Letters with a labelled number each, and folders of three of the patients with nothing but the number. */
function makeDump(): string {
  const folder = join(work, 'dump')
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (let at = 0; at < 12; at += 1) {
    write(
      `letters/${at}.txt`,
      `Patient: Corinne Vasseur\nPatient number: KX-${20_100 + at * 13}\nSeen on 3 May 2022.\n`,
    )
  }
  write('sessions/KX-20113/before.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  write('sessions/KX-20126/notes.txt', 'KX-20126 came in for a second session. Order no. KX-99999.')
  write('stock.txt', 'KXA-20113 and KX-201 are on the shelf.')
  return folder
}

describe("patients' numbers without a label", { timeout: 120_000 }, () => {
  const dump = makeDump()
  const store = (name: string) => join(work, `${name}.sqlite`)
  const scan = (name: string, ...more: string[]) =>
    cli(['scan', dump, '--store', store(name), '--progress', 'none', ...more])

  test('are found in texts and in names, and masked there, the same with one worker and two', async () => {
    const one = await scan('one', '--workers', '1')
    expect(digestOf(await scan('two', '--workers', '2'))).toBe(digestOf(one))
    const { stdout } = await cli(['export', store('one')])
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const learnt = records.flatMap(({ uri, findings }) =>
      findings
        .filter(({ detector }: { detector: string }) => detector === 'patient-id-learnt@1')
        .map(({ origin, entityType }: { origin: string; entityType: string }) => `${uri} ${origin} ${entityType}`),
    )
    expect(learnt.sort()).toEqual([
      'sessions/K•••/before.svg filename PATIENT_ID',
      'sessions/K•••/notes.txt filename PATIENT_ID',
      'sessions/K•••/notes.txt text PATIENT_ID',
    ])
    expect(stdout).not.toMatch(/KX-20/)
  })

  test('do not change when the dump is scanned again', async () => {
    const again = await scan('one')
    expect(digestOf(again)).toBe(digestOf(await scan('three')))
  })
})
