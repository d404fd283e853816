import { hash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadHashLists, openHashLists, surveyHashList } from '../../src/hash-lists/lists.ts'
import { HashListError, readHashList } from '../../src/hash-lists/read.ts'
import { makeHashTable, openHashTable } from '../../src/hash-lists/table.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-hashes-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const sum = (text: string, algorithm = 'sha256') => hash(algorithm, text, 'hex')
let files = 0

function list(content: string | Uint8Array): string {
  files += 1
  const file = join(work, `list ${files}.txt`)
  writeFileSync(file, content)
  return file
}

/** Every hash that is read from a list. */
function hashesOf(content: string | Uint8Array): readonly string[] {
  const all: string[] = []
  readHashList(list(content), (bytes, at, digits) => {
    all.push(Buffer.from(bytes.subarray(at, at + digits)).toString('latin1'))
  })
  return all
}

describe('a list', () => {
  it('gives the hash of every line, whatever ends the lines', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => sum(text))
    for (const end of ['\n', '\r\n']) {
      expect(hashesOf([a, b, '', '# remark', c].join(end))).toEqual([a, b, c])
      expect(hashesOf(`${[a, b, c].join(end)}${end}`)).toEqual([a, b, c])
    }
    expect(hashesOf(`\ufeff${a}\n${b}`)).toEqual([a, b])
  })

  it('may have a header', () => {
    const rows = ['a', 'b'].map((text) => `"${sum('name')}","${sum(text, 'md5')}"`)
    expect(hashesOf(['"FileName","MD5"', ...rows].join('\n'))).toEqual(['a', 'b'].map((text) => sum(text, 'md5')))
  })

  it('may be larger than what is read at a time', () => {
    const all = Array.from({ length: 80_000 }, () => randomBytes(32).toString('hex'))
    expect(hashesOf(all.join('\n'))).toEqual(all)
    const named = all.map((one, n) => `${one}  ${'x'.repeat(n % 50)}`)
    expect(hashesOf(named.join('\n'))).toEqual(all)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['a line of something else', `${sum('a')}\nsomething else\n`, 'line 2 of'],
    ['a second header', `${sum('a')}\nmd5\n`, 'line 2 of'],
    ['a first line that is no header', 'name,size\n', 'line 1 of'],
    ['a line without an end', 'a'.repeat(10_000_000), 'line 1 of'],
    ['a hash of another length', `${'a'.repeat(128)}\n`, 'line 1 of'],
    ['nothing', '', 'holds no hash'],
    ['remarks only', '# none yet\n', 'holds no hash'],
    ['UTF-16', Buffer.from(`\ufeff${sum('a')}\n`, 'utf16le'), 'save it as UTF-8'],
    ['a database', Buffer.from('SQLite format 3\0'.padEnd(200)), 'export its hashes'],
  ])('is refused with %s', (_what, content, message) => {
    expect(() => hashesOf(content)).toThrow(HashListError)
    expect(() => hashesOf(content)).toThrow(message)
  })

  it('is refused where there is none, or a folder', () => {
    mkdirSync(join(work, 'folder'))
    expect(() => surveyHashList('known_good', join(work, 'none'))).toThrow('there is no such file')
    expect(() => surveyHashList('known_good', join(work, 'folder'))).toThrow('it is a folder')
  })

  it('of any bytes ends by itself, and only in ways that are told', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          hashesOf(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(HashListError)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a table of hashes', () => {
  it('has what was added and nothing else, from another view of its memory too', () => {
    const all = Array.from({ length: 5_000 }, () => randomBytes(32).toString('hex'))
    const table = makeHashTable(all.length)
    for (const one of all) table.add(Buffer.from(one), 0)
    const other = openHashTable(table.block)
    expect(all.every((one) => other.has(one) && other.has(one.toUpperCase()))).toBe(true)
    for (const one of all) expect(other.has(`${one.slice(0, 31)}${one[31] === '0' ? '1' : '0'}`)).toBe(false)
    expect(other.has('0'.repeat(64))).toBe(false)
    expect(table.block.byteLength).toBeLessThan(21 * all.length)
  })

  it('takes hashes that were made to lie together', () => {
    const table = makeHashTable(3_000)
    const near = (n: number) => n.toString(16).padStart(32, '0')
    for (let n = 1; n <= 3_000; n += 1) table.add(Buffer.from(near(n)), 0)
    for (let n = 1; n <= 3_000; n += 1) expect(table.has(near(n))).toBe(true)
    expect(table.has(near(3_001))).toBe(false)
  })
})

describe('lists together', () => {
  it('tell by which hash an item is on which, an alert first', () => {
    const known = surveyHashList('known_good', list([sum('a'), sum('both', 'sha1')].join('\n')))
    const alert = surveyHashList('alert_hash', list([sum('b', 'md5'), sum('both')].join('\n')))
    const lists = openHashLists(loadHashLists([known, alert]))
    expect(lists.algorithms).toEqual(['sha256', 'sha1', 'md5'])
    const match = (text: string) => lists.match({ sha256: sum(text), sha1: sum(text, 'sha1'), md5: sum(text, 'md5') })
    expect(match('a')).toEqual({ verdict: 'known_good', algorithm: 'sha256' })
    expect(match('b')).toEqual({ verdict: 'alert_hash', algorithm: 'md5' })
    expect(match('both')).toEqual({ verdict: 'alert_hash', algorithm: 'sha256' })
    expect(match('c')).toBeUndefined()
  })

  it('ask for no hash that none of them has', () => {
    const known = surveyHashList('known_good', list(sum('a', 'sha1')))
    expect(openHashLists(loadHashLists([known])).algorithms).toEqual(['sha1'])
  })

  it('are refused where one is no longer what it was', () => {
    const file = list(sum('a'))
    const ref = surveyHashList('known_good', file)
    for (const now of [sum('b'), `${sum('a')}\n${sum('b')}`]) {
      writeFileSync(file, now)
      expect(() => loadHashLists([ref])).toThrow('was changed')
    }
  })
})
