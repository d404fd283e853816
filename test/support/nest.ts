import { gzipSync } from 'node:zlib'
import { sevenZipOf } from '../formats/archives/seven-zip-builder.ts'
import { makeTar } from '../formats/archives/tar-builder.ts'
import { makeZip } from '../formats/office/fixtures.ts'

/** Made-up letters by name, each with somebody's address and date of birth in it. */
export function letters(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const day = String((at % 28) + 1).padStart(2, '0')
      const text = [
        `Dear Mrs Delorme-${at},`,
        `your treatment of ${day}.03.2024 costs ${at}.50 EUR. Date of birth: ${day}.07.1970.`,
        `Please write to patient${at}@clinic.example or call +33 1 42 68 ${String(10 + (at % 90))} ${String(10 + (at % 89))}.`,
        'We remain at your disposal for any further question about this matter. '.repeat(3),
      ]
      return [`letters/${at % 10}/letter ${at}.txt`, text.join('\n')]
    }),
  )
}

/** What files lie in: a zip in a tar.gz in a 7z in a zip. */
export async function nested(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = await makeZip(files)
  const tar = gzipSync(makeTar([{ name: 'inner.zip', content: zip }]))
  return makeZip({ 'outer.7z': sevenZipOf([{ name: 'files.tar.gz', content: tar }]) })
}

/** The uri below which {@link nested} has its files. */
export function insideNest(uri: string): string {
  return `${uri}!/outer.7z!/files.tar.gz!/files.tar!/inner.zip!/`
}
