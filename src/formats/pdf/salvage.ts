import type { Limits } from '../../core/limits.ts'
import { type Reader, readAll } from '../../core/reader.ts'

/** Numbers for objects that are made up; few files have as many. */
const madeUp = 4_000_000

/** An object's number and generation, as a reference has them. */
type Reference = `${number} ${number} R`

/**
 * The file with an end made up for it, for one that lost its own: first with the catalog that is left, then with a
 * catalog of all pages that are left. Nothing where neither is.
 */
export async function* withNewEnd(reader: Reader, limits: Limits): AsyncGenerator<Reader> {
  const bytes = await readAll(reader, limits.expandedBytes)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const catalog = objectsOf(file, 'Catalog', limits.pages).at(-1)
  if (catalog !== undefined) yield appended(file, trailer(catalog))
  const pages = objectsOf(file, 'Page', limits.pages)
  if (pages.length === 0) return
  const tree = `<</Type/Pages/Count ${pages.length}/Kids[${pages.join(' ')}]>>`
  const root = `<</Type/Catalog/Pages ${madeUp + 1} 0 R>>`
  const objects = `${madeUp} 0 obj\n${root}\nendobj\n${madeUp + 1} 0 obj\n${tree}\nendobj\n`
  yield appended(file, objects + trailer(`${madeUp} 0 R`))
}

function trailer(root: Reference): string {
  return `trailer\n<</Root ${root}>>\nstartxref\n0\n%%EOF\n`
}

/** Objects of a type that lie open in the file, in the order of the file. */
function objectsOf(file: Buffer, type: string, most: number): Reference[] {
  const found: Reference[] = []
  for (let at = file.indexOf(`/${type}`); at >= 0 && found.length < most; at = file.indexOf(`/${type}`, at + 1)) {
    // A longer name begins the same way.
    if (/[A-Za-z]/.test(file.toString('latin1', at + type.length + 1, at + type.length + 2))) continue
    const before = file.toString('latin1', Math.max(0, at - 1_024), at)
    if (!/\/Type\s{0,4}$/.test(before)) continue
    const head = before.slice(0, before.lastIndexOf(' obj') + 4)
    const match = /(\d{1,7}) (\d{1,5}) obj$/.exec(head)
    if (match !== null) found.push(`${Number(match[1])} ${Number(match[2])} R`)
  }
  return found
}

function appended(file: Buffer, end: string): Reader {
  const tail = Buffer.from(`\nendstream\nendobj\n${end}`)
  return {
    size: file.length + tail.length,
    async read(start, length) {
      const first = file.subarray(start, start + length)
      if (first.length === length) return first
      const from = Math.max(0, start - file.length)
      return Buffer.concat([first, tail.subarray(from, from + length - first.length)])
    },
  }
}
