import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { ItemError } from '../../../src/core/problem.ts'
import { heldBytes, unpacked } from '../../../src/formats/archives/unpacked.ts'
import { createSpool } from '../../../src/spool/private-spool.ts'

const folder = mkdtempSync(join(tmpdir(), 'leaksift-unpacked-'))
vi.stubEnv('TMPDIR', folder)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const pieceBytes = 2 ** 20
const pieces = heldBytes / pieceBytes + 8
const limits = { memberBytes: 2 ** 40, spoolBytes: 2 ** 40 }

/** A member of `count` pieces, each of one byte of its own, and how often it was begun. */
function member(count: number, fault?: ItemError) {
  const begun = { times: 0 }
  const play = async function* () {
    begun.times += 1
    for (let at = 0; at < count; at++) yield Buffer.alloc(pieceBytes, at)
    if (fault) throw fault
  }
  return { begun, play }
}

describe('a member that is larger than memory allows', () => {
  it.each([
    ['is expanded once where there is a spool', { limits, spool: createSpool() }, 1],
    ['is expanded anew where there is none', { limits }, 3],
    [
      'is expanded anew where the spool has no room',
      { limits: { ...limits, spoolBytes: heldBytes + 1 }, spool: createSpool() },
      3,
    ],
  ])('%s', async (_title, context, times) => {
    const { begun, play } = member(pieces)
    const { reader, damage, close } = await unpacked(play, context)
    expect([reader.size, damage]).toEqual([pieces * pieceBytes, undefined])
    for (const at of [pieces - 1, 0, 5]) expect([...(await reader.read(at * pieceBytes + 7, 2))]).toEqual([at, at])
    expect(begun.times).toBe(times)
    await close?.()
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps what came before a fault, but of a bomb the beginning alone', async () => {
    const broken = await unpacked(member(pieces, new ItemError('malformed', 'broken')).play, {
      limits,
      spool: createSpool(),
    })
    expect([broken.reader.size, broken.damage?.code]).toEqual([pieces * pieceBytes, 'malformed'])
    await broken.close?.()
    const bomb = await unpacked(member(pieces, new ItemError('expansion_ratio', 'a bomb')).play, {
      limits,
      spool: createSpool(),
    })
    expect([bomb.reader.size, bomb.damage?.code, bomb.close]).toEqual([heldBytes, 'expansion_ratio', undefined])
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind when the reader below fails', async () => {
    const { play } = member(pieces, new ItemError('unreadable', 'gone'))
    await expect(unpacked(play, { limits, spool: createSpool() })).rejects.toThrow('gone')
    expect(readdirSync(folder)).toEqual([])
  })

  it('ends at `memberBytes`', async () => {
    const context = { limits: { ...limits, memberBytes: heldBytes + 5 }, spool: createSpool() }
    const { reader, damage, close } = await unpacked(member(pieces).play, context)
    expect([reader.size, damage?.code]).toEqual([heldBytes + 5, 'too_large'])
    await close?.()
  })
})
