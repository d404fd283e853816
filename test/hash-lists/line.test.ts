import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHash, type HashPlace, hashColumns, isRemark } from '../../src/hash-lists/line.ts'

const md5 = 'd41d8cd98f00b204e9800998ecf8427e'
const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** The hash of a line, or undefined. */
function found(line: string, columns = 0): string | undefined {
  const bytes = Buffer.from(`xx${line}yy`)
  const place: HashPlace = { at: 0, digits: 7 }
  findHash(bytes, 2, bytes.length - 2, columns, place)
  return place.digits === 0 ? undefined : bytes.toString('latin1', place.at, place.at + place.digits)
}

describe('the hash of a line', () => {
  it.each<[string, string, string | undefined]>([
    ['alone', sha256, sha256],
    ['in capitals', sha1.toUpperCase(), sha1.toUpperCase()],
    ['MD5', md5, md5],
    ['sha256sum', `${sha256}  a file.txt`, sha256],
    ['sha256sum, binary', `${sha1} *a file.txt`, sha1],
    ['sha256sum, a name with escapes', `\\${md5}  a\\nb`, md5],
    ['BSD', `SHA256 (a (1) = b.txt) = ${sha256}`, sha256],
    ['BSD, a name like a hash', `MD5 (${sha256}) = ${md5}`, md5],
    ["NSRL's RDS", `"${sha1.toUpperCase()}","${md5.toUpperCase()}","EBD105A0","a, b.dll",98865`, sha1.toUpperCase()],
    ['the strongest field', `1,${md5},${sha256},${sha1},x`, sha256],
    ['fields with blanks', `name ; ${md5} ; 12`, md5],
    ['a field with doubled quotes before it', `"a ""quoted"", name",${md5}`, md5],
    ['hashdeep', `1024,${md5},${sha256},/home/a/b.jpg`, sha256],
    ['nothing', '', undefined],
    ['words', 'no hash here', undefined],
    ['one digit too few', sha256.slice(1), undefined],
    ['one digit too many', `${sha256}0`, undefined],
    ['SHA-512', sha256 + sha256, undefined],
    ['a hash within a word', `x${md5}`, undefined],
    ['a hash in a path', `/a/${md5}.jpg`, undefined],
    ['a quote that never ends', `"${md5}`, undefined],
  ])('%s', (_what, line, expected) => {
    expect(found(line)).toBe(expected)
  })

  it('is that of the columns that a header names, whatever other fields look like', () => {
    const columns = hashColumns('"FileName","MD5","Size"')
    expect(columns).toBe(2)
    expect(found(`"${sha256}","${md5}",12`, columns)).toBe(md5)
    expect(found(`"${sha256}","",12`, columns)).toBeUndefined()
    expect(found(`${sha256},${md5},12`, columns)).toBe(md5)
  })

  it('is found in no line at another place than where its digits are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (line) => {
        const hash = found(line)
        if (hash !== undefined) expect(hash).toMatch(/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i)
      }),
    )
  })
})

describe('a line without a hash', () => {
  it.each([
    ['', true],
    ['   ', true],
    ['# made today', true],
    ['%%%% HASHDEEP-1.0', true],
    ['; a remark', true],
    ['a remark', false],
  ])('is a remark or not: %s', (line, expected) => {
    const bytes = Buffer.from(line)
    expect(isRemark(bytes, 0, bytes.length)).toBe(expected)
  })

  it.each<[string, number | undefined]>([
    ['"SHA-1","MD5","CRC32","FileName"', 3],
    ['name;sha256', 2],
    ['hash', 0],
    ['name,size', undefined],
    [md5.slice(1), undefined],
  ])('is a header of hashes or not: %s', (line, expected) => {
    expect(hashColumns(line)).toBe(expected)
  })
})
