import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gaps, readPdf } from './pdf-fixture.ts'

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!existsSync(corpus))('every PDF of the corpus (needs the corpus)', () => {
  const files = globSync(`${corpus}/**/*.pdf`).sort()

  it.each(files.map((file) => [file.slice(corpus.length + 1), file]))('%s ends in something said', async (_, file) => {
    const { extracts, error } = await readPdf(readFileSync(file))
    const hasText = extracts.some((extract) => extract.what === 'segment' && extract.place.unit === 'page')
    expect(hasText || error !== undefined || gaps(extracts).length > 0).toBe(true)
    for (const extract of extracts) {
      if (extract.what === 'segment') expect(extract.text.isWellFormed()).toBe(true)
      if (extract.what === 'metadata') expect(extract.value).not.toBe('')
    }
  })
})
