import { describe, expect, it } from 'vitest'
import { compareWithTruth } from '../../data-samples/check.ts'
import type { FileTruth, Truth } from '../../data-samples/generate/truth.ts'
import { mask } from '../../src/core/mask.ts'
import type { StoredFinding, StoredRecord } from '../../src/core/result.ts'

const letter: FileTruth = {
  kind: 'medical_report',
  medium: 'document',
  mediaType: 'text/plain',
  language: 'fr',
  coverage: ['full'],
  flags: ['extension_mismatch'],
  entities: [
    { entity: 'PERSON', value: 'Ondine Marchetaux' },
    { entity: 'PERSON', value: 'MARCHETAUX Ondine', canonical: 'Ondine Marchetaux' },
    { entity: 'IBAN_CODE', value: 'FR76 3000 6000 0112 3456 7890 189' },
    { entity: 'PHONE_NUMBER', value: '06 39 98 00 11' },
    { entity: 'PHONE_NUMBER', value: '06 39 98 00 12' },
    { entity: 'MEDICATION', value: 'paracétamol', later: true },
  ],
  fields: { 'patient.name': 'Ondine Marchetaux' },
  metadata: { GPSLatitude: '43.5' },
}
const zip: FileTruth = {
  kind: 'archive',
  medium: 'archive',
  mediaType: 'application/zip',
  coverage: ['full'],
  entities: [],
  fields: {},
  later: ['coverage', 'children'],
  children: { 'a/b.txt': { ...letter, flags: [], duplicateOf: 'x/lettre.pdf' } },
}
const truth: Truth = { seed: 1, files: { 'x/lettre.pdf': letter, 'x/z.zip': zip }, people: [], secrets: [] }

function finding(entityType: string, text: string, digest = text): StoredFinding {
  return {
    entityType,
    masked: mask(entityType, text),
    digest,
    value: null,
    confidence: 0.9,
    location: null,
    origin: 'text',
    detector: 'x@1',
    evidence: [],
    cells: 1,
    distinct: 1,
    role: null,
  }
}

function record(id: number, uri: string, more: Partial<StoredRecord> = {}): StoredRecord {
  return {
    id,
    uri,
    parentId: null,
    sizeBytes: 1,
    modifiedAt: null,
    sha256: null,
    mediaType: 'text/plain',
    medium: 'document',
    kind: 'medical_report',
    kindConfidence: 0.9,
    kindBecause: [],
    language: 'fr',
    coverage: 'full',
    coverageCause: null,
    problems: [],
    dpc: 1,
    ei: 1,
    cb: 0.5,
    severityScore: 1.5,
    severity: 'low',
    explanation: null,
    duplicateOf: null,
    findings: [],
    fields: [],
    metadata: [],
    pictures: [],
    flags: [],
    table: null,
    ...more,
  }
}

const found = [
  finding('PERSON', 'Mme Ondine Marchetaux'),
  finding('IBAN_CODE', 'FR7630006000011234567890189'),
  finding('PHONE_NUMBER', '06 39 98 00 11', 'eleven'),
  finding('PHONE_NUMBER', '06.39.98.00.12', 'twelve'),
]
const whole = record(1, 'x/lettre.pdf', {
  findings: found,
  flags: [{ name: 'extension_mismatch', detail: null }],
  fields: [{ name: 'patient.name', masked: 'O••• M•••', digest: 'd', value: null, confidence: 1, location: null }],
  metadata: [{ name: 'GPSLatitude', masked: '••.•', digest: 'e', value: '43.50001' }],
})
const unopened = record(2, 'x/z.zip', {
  kind: 'archive',
  medium: 'archive',
  mediaType: 'application/zip',
  language: null,
  coverage: 'none',
  coverageCause: 'unsupported_type',
})
const compare = (records: readonly StoredRecord[], later = false) =>
  compareWithTruth({ records: () => records }, truth, later)

describe('compareWithTruth', () => {
  it('finds everything that is due, through masks and other writings', () => {
    const result = compare([whole, unopened])
    expect(result.misses).toEqual([])
    expect(result).toMatchObject({
      recordsFound: 2,
      recordsTotal: 2,
      kindsRight: 2,
      kindsTotal: 2,
      entitiesFound: 4,
      entitiesTotal: 4,
      fieldsFound: 1,
      metadataFound: 1,
      flagsFound: 1,
      coverageRight: 2,
    })
    expect(result.entitiesByType.PHONE_NUMBER).toEqual({ found: 2, total: 2 })
  })

  it('counts what needs eyes or opened containers only when asked', () => {
    const result = compare([whole, unopened], true)
    expect(result.misses).toEqual([
      'x/lettre.pdf: MEDICATION paracétamol',
      'x/z.zip: coverage full, got none unsupported_type',
      'x/z.zip!/a/b.txt: no record',
    ])
    const opened = record(2, 'x/z.zip', { ...unopened, coverage: 'full', coverageCause: null })
    const member = record(3, 'x/z.zip!/a/b.txt', {
      ...whole,
      id: 3,
      uri: 'x/z.zip!/a/b.txt',
      duplicateOf: 1,
      flags: [],
    })
    expect(compare([whole, opened, member], true).misses).toEqual([
      'x/lettre.pdf: MEDICATION paracétamol',
      'x/z.zip!/a/b.txt: MEDICATION paracétamol',
    ])
  })

  it('knows a record whose path is masked', () => {
    expect(compare([{ ...whole, uri: 'x/l•••••.pdf' }, unopened]).misses).toEqual([])
    expect(compare([whole, { ...unopened, uri: '•/•••' }]).misses).toEqual(['x/z.zip: no record'])
  })

  it('lets one finding answer for one value only', () => {
    const result = compare([{ ...whole, findings: found.slice(0, 3) }, unopened])
    expect(result.misses).toEqual(['x/lettre.pdf: PHONE_NUMBER 06 39 98 00 12'])
  })

  it('takes a name with its title, not a first name alone or another name', () => {
    const named = (name: string) =>
      compare([{ ...whole, findings: [finding('PERSON', name), ...found.slice(1)] }, unopened]).entitiesFound
    expect(named('Ondine Marchetaux')).toBe(4)
    expect(named('MARCHETAUX Ondine')).toBe(4)
    expect(named('Ondine')).toBe(3)
    expect(named('Aurore Castellane')).toBe(3)
    expect(named('Dr Paul Ondine Marchetaux de la Roche')).toBe(3)
  })

  it('compares values where the store shows them', () => {
    const shown = (text: string) =>
      compare([
        { ...whole, findings: found.map((one) => (one.entityType === 'IBAN_CODE' ? { ...one, value: text } : one)) },
        unopened,
      ]).misses
    expect(shown('FR76 3000 6000 0112 3456 7890 189')).toEqual([])
    expect(shown('FR76 3000 6000 0112 3456 7890 188')).toEqual([
      'x/lettre.pdf: IBAN_CODE FR76 3000 6000 0112 3456 7890 189',
    ])
  })

  it('misses what is not there, wrong, or silently clean', () => {
    expect(compare([whole]).misses).toEqual(['x/z.zip: no record'])
    expect(compare([])).toMatchObject({
      recordsFound: 0,
      recordsTotal: 2,
      kindsRight: 0,
      kindsTotal: 2,
      coverageTotal: 2,
      languagesTotal: 1,
      flagsTotal: 1,
      entitiesFound: 0,
      entitiesTotal: 4,
      fieldsTotal: 1,
      metadataTotal: 1,
    })
    const silent = compare([whole, { ...unopened, coverage: 'full', coverageCause: null }])
    expect(silent.misses).toEqual(['x/z.zip: coverage full, got full '])
    const wrong = compare([
      {
        ...whole,
        kind: 'other',
        language: 'en',
        mediaType: 'text/html',
        medium: 'table',
        flags: [],
        fields: [],
        metadata: [],
      },
      unopened,
    ])
    expect(wrong.misses).toEqual([
      'x/lettre.pdf: kinds medical_report, got other',
      'x/lettre.pdf: media document, got table',
      'x/lettre.pdf: mediaTypes text/plain, got text/html',
      'x/lettre.pdf: languages fr, got en',
      'x/lettre.pdf: flags extension_mismatch, got nothing',
      'x/lettre.pdf: fields patient.name Ondine Marchetaux, got nothing',
      'x/lettre.pdf: metadata GPSLatitude 43.5, got nothing',
    ])
  })
})
