import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runVariable } from '../../src/core/spool.ts'
import { removeStaleSpools } from '../../src/spool/place.ts'
import { createSpool } from '../../src/spool/private-spool.ts'

const secret = 'Jane Roe, born 1 April 1980. '
const plenty = 2 ** 40
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leaksift-private-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function opened(atMost = plenty, spool = createSpool()) {
  const place = await spool.open(atMost)
  if (!place) throw new Error('no room for tests')
  return place
}

describe('a private spool', () => {
  it('gives back what was put in, from any place on', async () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 100 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(900), fc.nat(900), async (given, start, length) => {
        await using place = await opened()
        for (const piece of given) expect(await place.append(piece)).toBe(true)
        const all = Buffer.concat(given)
        const reader = place.reader()
        expect(reader.size).toBe(all.length)
        expect(Buffer.from(await reader.read(start, length))).toEqual(all.subarray(start, start + length))
      }),
      { numRuns: 60 },
    )
  })

  it('lies in a folder that nobody else may enter, without names, and is gone when closed', async () => {
    const spool = createSpool()
    const [one, other] = [await opened(plenty, spool), await opened(plenty, spool)]
    const [own, ...more] = readdirSync(folder)
    expect([own, more]).toEqual([expect.stringMatching(/^leaksift-spool-\d+(?:\.\d+)?-\d+/), []])
    expect(statSync(join(folder, own ?? '')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(folder, own ?? ''))).toEqual([])
    await one[Symbol.asyncDispose]()
    expect(readdirSync(folder)).toEqual([own])
    await other[Symbol.asyncDispose]()
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(!existsSync('/proc/self/fd'))('keeps nothing that could be read from the disk', async () => {
    await using place = await opened()
    await place.append(Buffer.from(secret.repeat(1_000)))
    const files = readdirSync('/proc/self/fd').map((name) => `/proc/self/fd/${name}`)
    const written = files.filter((file) => linkOf(file).startsWith(folder)).map((file) => readFileSync(file))
    expect(written.map(({ length }) => length)).toEqual([secret.length * 1_000])
    expect(written.some((bytes) => bytes.includes(secret.slice(0, 8)))).toBe(false)
  })

  it('holds so many bytes and no more, in all its places together', async () => {
    const spool = createSpool()
    const [one, other] = [await opened(100, spool), await opened(100, spool)]
    expect([await one.append(Buffer.alloc(60)), await other.append(Buffer.alloc(40))]).toEqual([true, true])
    expect(await other.append(Buffer.alloc(1))).toBe(false)
    await other[Symbol.asyncDispose]()
    expect(await one.append(Buffer.alloc(40))).toBe(true)
    await one[Symbol.asyncDispose]()
  })

  it('says where there is no place for it, and finds one later', async () => {
    const spool = createSpool()
    vi.stubEnv('TMPDIR', join(folder, 'missing'))
    expect(await spool.open(plenty)).toBeUndefined()
    vi.stubEnv('TMPDIR', folder)
    await using place = await opened(plenty, spool)
    expect(await place.append(Buffer.from('x'))).toBe(true)
  })
})

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    // The one by which this folder is being listed is gone again.
    return ''
  }
}

describe('what a process left behind', () => {
  const dead = 2 ** 31 - 5
  const own = process.pid

  it('is removed at the next start, and nothing else', async () => {
    const names = [
      `leaksift-spool-${dead}-AbCdEf`,
      `leaksift-spool-${own}-AbCdEf`,
      `leaksift-spool-${dead}-AbCdEf-mine`,
      'leaksift-resume-AbCdEf',
    ]
    for (const name of names) mkdirSync(join(folder, name, 'inner'), { recursive: true })
    expect(await removeStaleSpools()).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort())
  })

  it('is nobody’s when whoever ran the scan is gone, although its maker still lives', async () => {
    const names = [`leaksift-spool-${own}-${dead}-AbCdEf`, `leaksift-spool-${own}-${own}-AbCdEf`]
    for (const name of names) mkdirSync(join(folder, name))
    expect(await removeStaleSpools()).toBe(1)
    expect(readdirSync(folder)).toEqual(names.slice(1))
  })

  it.skipIf(!existsSync('/proc/self/stat'))('is told from that of a later process of the same number', async () => {
    await using place = await opened()
    const [current = ''] = readdirSync(folder)
    const [maker = ''] = /\d+\.\d+/.exec(current) ?? []
    const earlier = `leaksift-spool-${own}.1-${maker}-AbCdEf`
    const ofEarlier = `leaksift-spool-${maker}-${own}.1-AbCdEf`
    for (const name of [earlier, ofEarlier]) mkdirSync(join(folder, name))
    expect(await removeStaleSpools()).toBe(2)
    expect(readdirSync(folder)).toEqual([current])
    expect(await place.append(Buffer.from('x'))).toBe(true)
  })

  it.skipIf(!existsSync('/proc/self/stat'))('bears the run’s number where a run started its maker', async () => {
    vi.stubEnv(runVariable, String(process.ppid))
    await using _place = await opened()
    expect(readdirSync(folder)[0]).toMatch(new RegExp(`^leaksift-spool-${own}\\.\\d+-${process.ppid}\\.\\d+-`))
  })
})
