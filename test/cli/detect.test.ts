import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cli } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-detect-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Answer {
  readonly id: string | number
  readonly findings: readonly {
    readonly entity: string
    readonly start: number
    readonly end: number
    readonly confidence: number
    readonly masked: string
    readonly text?: string
    readonly because?: readonly unknown[]
  }[]
  readonly unknown_entities?: readonly string[]
}

async function answers(lines: readonly unknown[], ...more: string[]): Promise<Answer[]> {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const { code, stdout, stderr } = await cli(['detect', '--format', 'ndjson', ...more], { input })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
}

const mail = 'jane.roe@example.org'

describe('detect --format ndjson', () => {
  test('answers each line in order, with places in code points', async () => {
    const texts = ['nothing here', `😀😀 ${mail}`, `é𝒳 ${mail} and ${mail}`]
    const found = await answers(
      [...texts.map((text, id) => ({ id, text })), { id: 'last', text: mail }],
      '--values',
      'clear',
    )
    expect(found.map(({ id }) => id)).toEqual([0, 1, 2, 'last'])
    for (const [at, { findings }] of found.slice(0, 3).entries()) {
      const signs = [...(texts[at] ?? '')]
      for (const { start, end, text } of findings) expect(signs.slice(start, end).join('')).toBe(text)
    }
    expect(found.map(({ findings }) => findings.length)).toEqual([0, 1, 2, 1])
    expect(found[1]?.findings[0]).toMatchObject({ entity: 'EMAIL_ADDRESS', start: 3, end: 23, text: mail })
  })

  test('shows no value unless told to', async () => {
    const [answer] = await answers([{ id: 1, text: mail }])
    expect(answer?.findings[0]).toEqual({
      entity: 'EMAIL_ADDRESS',
      start: 0,
      end: 20,
      confidence: expect.any(Number),
      masked: 'j•••@e•••.org',
    })
  })

  test('looks only for what a line or the command names, and says which it does not know', async () => {
    const text = `${mail} and GB29 NWBK 6016 1331 9268 19`
    const [iban, both, unknown] = await answers([
      { id: 1, text, entities: ['IBAN_CODE'] },
      { id: 2, text },
      { id: 3, text, entities: ['XY_UNHEARD_OF'] },
    ])
    expect(iban?.findings.map(({ entity }) => entity)).toEqual(['IBAN_CODE'])
    expect(both?.findings.map(({ entity }) => entity)).toEqual(['EMAIL_ADDRESS', 'IBAN_CODE'])
    expect(unknown).toEqual({ id: 3, findings: [], unknown_entities: ['XY_UNHEARD_OF'] })
    const [named] = await answers([{ id: 1, text }], '--entities', 'EMAIL_ADDRESS')
    expect(named?.findings.map(({ entity }) => entity)).toEqual(['EMAIL_ADDRESS'])
  })

  test('leaves out what is less sure, and explains', async () => {
    const text = `${mail} and GB29 NWBK 6016 1331 9268 19`
    const [all] = await answers([{ id: 1, text }], '--min-confidence', '0', '--explain')
    const least = Math.max(...(all?.findings ?? []).map(({ confidence }) => confidence))
    const [sure] = await answers([{ id: 1, text }], '--min-confidence', String(least))
    expect(sure?.findings.length).toBeLessThan(all?.findings.length ?? 0)
    for (const { because } of all?.findings ?? []) expect(because?.length).toBeGreaterThan(0)
  })

  test('reads lines of more than a megabyte', async () => {
    const filler = 'The quick brown fox jumps over the lazy dog. '.repeat(40_000)
    const [answer, next] = await answers([
      { id: 1, text: `${filler}${mail}` },
      { id: 2, text: mail },
    ])
    expect(answer?.findings.map(({ entity, start }) => [entity, start])).toEqual([['EMAIL_ADDRESS', filler.length]])
    expect(next?.findings).toHaveLength(1)
  })

  test('gives a long input to threads, and answers the same', async () => {
    const filler = 'The quick brown fox jumps over the lazy dog. '.repeat(400)
    const lines = Array.from({ length: 90 }, (_, id) => ({ id, text: `${filler}${mail} ${id}` }))
    const found = await answers(lines, '--workers', '2', '--entities', 'EMAIL_ADDRESS')
    expect(found.map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
    for (const { findings } of found) expect(findings.map(({ start }) => start)).toEqual([filler.length])
  })

  test('a line that is wrong ends it: those before are answered, its number is told and nothing of what it holds', async () => {
    for (const [wrong, says] of [
      [`{"id": 3, "text": "${mail}"`, 'line 3 of the input is not JSON'],
      [`{"id": 3, "txt": "${mail}"}`, 'line 3 of the input is not of the form'],
      [`"${mail}"`, 'line 3 of the input is not of the form'],
    ] as const) {
      const input = `{"id": 1, "text": "one"}\n\n${wrong}\n{"id": 4, "text": "four"}\n`
      const { code, stdout, stderr } = await cli(['detect', '--format', 'ndjson'], { input })
      expect(code).toBe(2)
      expect(stderr).toMatch(new RegExp(`^leaksift: ${says}[^\\n]*\\n$`))
      expect(stdout + stderr).not.toContain('jane')
      expect(stdout).toBe('{"id":1,"findings":[]}\n')
    }
  })

  test('answers before the input ends, for a program that waits for them', async () => {
    const early = await new Promise<string>((resolve, reject) => {
      let child: { kill(): void } | undefined
      cli(['detect', '--format', 'ndjson'], {
        keepInputOpen: true,
        input: `{"id": 1, "text": "${mail}"}\n`,
        onStart(process) {
          child = process
          process.stdout?.once('data', (data: Buffer) => {
            resolve(data.toString())
            process.stdin?.end()
          })
        },
      }).catch((error: unknown) => {
        child?.kill()
        reject(error)
      })
    })
    expect(JSON.parse(early)).toMatchObject({ id: 1 })
  })
})

describe('detect --format text', () => {
  test('is a line a finding: type, place, confidence, masked value', async () => {
    const { stdout, code } = await cli(['detect'], { input: `Contact: ${mail}\n` })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^EMAIL_ADDRESS +9-29 +0\.\d\d {2}j•••@e•••\.org\n$/)
  })

  test('reads any charset, and counts the code points of the text', async () => {
    const text = `Señor Muñoz, año 2024: ${mail}, teléfono después. Así está la situación según él.`
    writeFileSync(join(work, 'latin1.txt'), Buffer.from(text, 'latin1'))
    writeFileSync(join(work, 'utf16.txt'), Buffer.from(`\uFEFF${text}`, 'utf16le'))
    writeFileSync(join(work, 'utf8.txt'), `\uFEFF${text}`)
    const start = [...text].join('').indexOf(mail)
    for (const name of ['latin1.txt', 'utf16.txt', 'utf8.txt']) {
      const { stdout } = await cli(['detect', join(work, name), '--values', 'clear'])
      expect(stdout).toMatch(new RegExp(`^EMAIL_ADDRESS +${start}-${start + mail.length} .* ${mail}$`, 'm'))
    }
  })

  test('a value can not forge a line or move the cursor', async () => {
    const { stdout } = await cli(['detect', '--values', 'clear', '--entities', 'PERSON', '--min-confidence', '0'], {
      input: 'Patient: Jane\u202E Roe\u001b[2J\nName: Jane\u009b Roe\n',
    })
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
  })

  test('a text larger than a segment keeps its places', async () => {
    const lines = 60_000
    const filler = 'Über uns: täglich geöffnet, auch 𝒮amstags\n'
    writeFileSync(join(work, 'large.txt'), `${filler.repeat(lines)}${mail}\n`)
    const { stdout } = await cli(['detect', join(work, 'large.txt'), '--entities', 'EMAIL_ADDRESS'])
    const start = [...filler].length * lines
    expect(stdout).toMatch(new RegExp(`^EMAIL_ADDRESS +${start}-${start + mail.length} `))
  })

  test('nothing in, nothing out', async () => {
    expect(await cli(['detect'], { input: '' })).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})
