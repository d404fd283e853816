import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../src/core/reader.ts'
import { identify } from '../../../src/formats/identify.ts'
import { formats } from '../../../src/formats/registry.ts'
import { gapsOf, readFrom, textOf } from './fixtures.ts'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const office = /\.(docx|xlsx|pptx|odt|ods|odp|rtf)$/

function files(folder: string): string[] {
  const here = new URL(folder, corpus)
  return readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && office.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
}

async function read(path: string) {
  const reader = bytesReader(readFileSync(path))
  const { format } = await identify(reader, formats)
  return format ? readFrom(format, reader) : []
}

describe.skipIf(!existsSync(corpus))('office files of the development corpus (needs ../shared/corpus)', () => {
  it('reads the sound ones whole: text, and no gap but for encryption', async () => {
    const paths = files('structured/')
    expect(paths.length).toBeGreaterThan(10)
    for (const path of paths) {
      const extracts = await read(path)
      const causes = gapsOf(extracts)
      if (causes.includes('encrypted')) continue
      expect([path, causes]).toEqual([path, []])
      expect([path, Object.keys(textOf(extracts)).length > 0]).toEqual([path, true])
    }
  })

  it('comes to an end with the hostile ones', async () => {
    for (const path of files('hostile/')) expect(await read(path)).toBeInstanceOf(Array)
  })
})
