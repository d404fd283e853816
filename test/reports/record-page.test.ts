import { describe, expect, test } from 'vitest'
import { type RecordView, recordPage } from '../../src/reports/record-page.ts'
import { storedFinding, storedRecord } from '../support/stored.ts'

const page = (more: Partial<RecordView> = {}): string =>
  recordPage({ ...storedRecord(), parent: null, copyOf: null, ...more })

describe('the page of a record', () => {
  test('says what it is and why', () => {
    const text = page()
    expect(text).toMatch(/^patients\/devis\.pdf\n/)
    expect(text).toMatch(/^ {2}kind +treatment_plan, 0\.93 sure: title «devis», procedures$/m)
    expect(text).toMatch(/^ {2}type +application\/pdf, document, 12\.3 kB, language fr$/m)
    expect(text).toMatch(/^ {2}severity +very high$/m)
    expect(text).toMatch(/^ {2}read +whole$/m)
    expect(text).toMatch(new RegExp(`^ {2}sha-256 +${'ab'.repeat(32)}$`, 'm'))
  })

  test('the score term by term, with its reasons, and whose use of the method it is', () => {
    const text = page()
    expect(text).toMatch(/^Score: ENISA's SE = DPC × EI \+ CB, this program's own use/m)
    expect(text).toMatch(/^ {2}SE +4\.5 +(?:= )4 × 1 \+ 0\.5$/m)
    expect(text).toMatch(/^ {2}DPC +4 +sensitive: a treatment_plan tells of health$/m)
    expect(text).toMatch(/^ {2}EI +1 +name: PERSON; full name with an e-mail †$/m)
    expect(text).toMatch(/^ {2}CB +0\.5 +unknown-recipients \+0\.5$/m)
    expect(text).toMatch(/^ {2}note +art9$/m)
    expect(text).toContain('† a cell of the table in this project')
    expect(page({ explanation: { ei: { family: 'none', because: ['nothing'] } } })).not.toContain('†')
  })

  test('each finding with its place and the steps that led to it', () => {
    const lines = page().split('\n')
    const at = lines.indexOf('Findings')
    expect(lines[at + 1]).toMatch(/^ {2}PERSON +S••• M••• +0\.88 +text page 2 at 130$/)
    expect(lines[at + 2]).toBe('      label: a title stands before it → 0.88')
  })

  test('values only where the store gave them', () => {
    expect(page()).toContain('S••• M•••')
    const clear = page({ findings: [storedFinding({ value: 'Sophie Martin' })] })
    expect(clear).toContain('Sophie Martin')
  })

  test('what was not read, with the cause in plain words and who said so', () => {
    const text = page({
      coverage: 'none',
      coverageCause: 'encrypted',
      sha256: null,
      problems: [{ cause: 'encrypted', stage: 'extract', by: 'pdf', message: 'it asks for a password' }],
    })
    expect(text).toMatch(
      /^ {2}read +not at all: encrypted, it is locked with a password\n +pdf: it asks for a password$/m,
    )
    expect(text).toMatch(/^ {2}sha-256 +unknown/m)
    expect(text).toMatch(/^ {2}severity +very high at least: its content was not read$/m)
    expect(page({ coverage: 'partial', coverageCause: 'too_many' })).toMatch(/^ {2}read +in part: too_many, /m)
  })

  test('what it lies in, and what it is a copy of', () => {
    expect(page()).not.toMatch(/lies in|copy of/)
    const text = page({ parent: 'a.zip', copyOf: 'b/devis.pdf' })
    expect(text).toMatch(/^ {2}lies in +a\.zip$/m)
    expect(text).toMatch(/^ {2}copy of +b\/devis\.pdf$/m)
  })

  test('leaves out what there is nothing of', () => {
    const text = page({ findings: [], fields: [], metadata: [], flags: [] })
    expect(text).not.toMatch(/^(Findings|Fields|Metadata|Flags)$/m)
  })

  test.each([
    [{ unit: 'text', offset: 5, length: 2 }, 'text at 5'],
    [{ unit: 'part', part: 'slide 3', offset: 7 }, 'text slide 3 at 7'],
    [{ unit: 'metadata', name: 'Author', offset: 0 }, 'text Author at 0'],
    [null, 'text'],
  ])('place %j', (location, says) => {
    expect(page({ findings: [storedFinding({ location })] })).toMatch(new RegExp(`0\\.88 +${says}$`, 'm'))
  })

  test('nothing in it moves the cursor or forges a line', () => {
    const bad = 'x\u001b[2J\n\u202e\u009b'
    const text = page({
      uri: bad,
      parent: bad,
      copyOf: bad,
      kindBecause: [bad],
      coverage: 'partial',
      coverageCause: 'malformed',
      problems: [{ by: 'pdf', message: bad }],
      explanation: { dpc: { category: 'simple', because: [bad] }, notes: [bad] },
      findings: [
        storedFinding({
          masked: bad,
          location: { part: bad, offset: 0 },
          evidence: [{ step: 'label', note: bad, confidence: 1 }],
        }),
      ],
      fields: [{ name: 'f', masked: bad, value: null, confidence: 1, location: { part: bad } }],
      metadata: [{ name: bad, masked: bad, value: null }],
      flags: [{ name: 'gps', detail: bad }],
    })
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text.split('x\\x1b[2J\\x0a\\u{202e}\\x9b').length).toBeGreaterThan(12)
  })
})
