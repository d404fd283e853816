import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { isPossiblePhoneNumber } from 'libphonenumber-js/max'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { luhnDigit } from '../../data-samples/generate/numbers.ts'
import type { EntityTruth, FileTruth, Truth } from '../../data-samples/generate/truth.ts'
import { coverageCauses } from '../../src/core/problem.ts'
import { recordKinds } from '../../src/core/record.ts'
import { solid, textOf } from './text-of.ts'

const folder = new URL('../../data-samples/', import.meta.url).pathname
const truth: Truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
const files = Object.entries(truth.files)
const everything = files.flatMap(([, file]) => entitiesOf(file))

function entitiesOf(file: FileTruth): EntityTruth[] {
  return [...file.entities, ...Object.values(file.children ?? {}).flatMap(entitiesOf)]
}

function valuesOf(entity: string): string[] {
  return [...new Set(everything.filter((one) => one.entity === entity).map(({ value }) => value))]
}

describe('the truth', () => {
  it('covers all kinds but videos, ten of them in six languages or more between them', () => {
    const kinds = new Set(files.map(([, { kind }]) => kind))
    expect([...kinds].sort()).toEqual(recordKinds.filter((kind) => !kind.endsWith('_video')).sort())
    const documents = files.filter(([, { kind }]) =>
      ['invoice', 'treatment_plan', 'medical_report', 'prescription', 'consent_form'].includes(kind),
    )
    for (const language of ['fr', 'en', 'de', 'es', 'it', 'ar']) {
      const kindsThere = new Set(documents.filter(([, file]) => file.language === language).map(([, { kind }]) => kind))
      expect([...kindsThere].sort(), language).toEqual([
        'consent_form',
        'invoice',
        'medical_report',
        'prescription',
        'treatment_plan',
      ])
    }
  })

  it('uses the words of core, and names a cause wherever not everything need be read', () => {
    for (const [path, file] of files) {
      expect(recordKinds, path).toContain(file.kind)
      for (const cause of file.causes ?? []) expect(coverageCauses, path).toContain(cause)
      if (!file.coverage.includes('full')) expect(file.causes?.length, path).toBeGreaterThan(0)
    }
  })

  const readable = files.filter(([, file]) => !file.drawn && file.coverage.includes('full'))
  it.each(readable)('tells what stands in %s', async (path, file) => {
    const text = solid(await textOf(readFileSync(join(folder, 'dump', path)), file))
    const absent = file.entities.filter(({ value }) => !text.includes(solid(value)))
    expect(absent).toEqual([])
  })

  it('hides no value that a path shows', () => {
    expect(truth.secrets.length).toBeGreaterThan(500)
    for (const secret of truth.secrets)
      expect(
        files.some(([path]) => path.includes(secret)),
        secret,
      ).toBe(false)
    for (const person of truth.people) expect(truth.secrets).toContain(person.email)
  })
})

describe('the numbers', () => {
  it('are accounts with right check digits', () => {
    expect(valuesOf('IBAN_CODE').length).toBeGreaterThan(10)
    for (const value of valuesOf('IBAN_CODE')) expect(isValidIBAN(electronicFormatIBAN(value) ?? ''), value).toBe(true)
  })

  it('are cards from ranges for tests', () => {
    expect(valuesOf('CREDIT_CARD').length).toBeGreaterThan(4)
    for (const value of valuesOf('CREDIT_CARD')) {
      const digits = value.replaceAll(' ', '')
      expect(luhnDigit(digits.slice(0, -1)), value).toBe(digits.at(-1))
      expect(digits).toMatch(/^(?:411111|555555|400000)/)
    }
  })

  it.each([
    ['FR_NIR', 'FR', 'nir'],
    ['FR_SIRET', 'FR', 'siret'],
    ['US_SSN', 'US', 'ssn'],
    ['IT_FISCAL_CODE', 'IT', 'codicefiscale'],
    ['NL_BSN', 'NL', 'bsn'],
    ['PT_NIF', 'PT', 'nif'],
  ] as const)('are valid as %s, says an independent library', (entity, country, name) => {
    const values = valuesOf(entity)
    expect(values.length).toBeGreaterThan(0)
    const validators: Record<string, { validate(value: string): { isValid: boolean } }> = { ...stdnum[country] }
    for (const value of values) expect(validators[name]?.validate(value).isValid, value).toBe(true)
  })

  it('are French practitioners with a Luhn digit, British patients from the range for tests, Spanish letters', () => {
    for (const value of valuesOf('FR_RPPS')) expect(luhnDigit(value.slice(0, -1)), value).toBe(value.at(-1))
    for (const value of valuesOf('UK_NHS')) {
      const digits = value.replaceAll(' ', '')
      const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
      expect(digits).toMatch(/^999\d{7}$/)
      expect((11 - (sum % 11)) % 11, value).toBe(Number(digits[9]))
    }
    for (const value of valuesOf('ES_NIF'))
      expect('TRWAGMYFPDXBNJZSQVHLCKE'[Number(value.slice(0, 8)) % 23], value).toBe(value[8])
  })

  it('are phones from ranges kept for fiction, or from blocks of zeros where a country keeps none', () => {
    const ranges = [
      ['FR', /^(?:01 99 00|06 39 98) /],
      ['GB', /^(?:020 7946 0|07700 900)/],
      ['US', /^\(512\) 555-01/],
      ['DE', /^(?:\(030\) 23125 |0171 39200)/],
      ['ES', /^(?:600|951) 000 /],
      ['PT', /^910 000 /],
      ['IT', /^\+39 (?:011|347) 000 /],
      ['AE', /^\+971 (?:4 555 0|50 000 )/],
      ['NL', /^06 1000 0/],
    ] as const
    for (const value of valuesOf('PHONE_NUMBER')) {
      const [region] = ranges.find(([, range]) => range.test(value)) ?? []
      expect(region && isPossiblePhoneNumber(value, region), value).toBe(true)
    }
  })

  it('are addresses in names kept for examples', () => {
    for (const value of valuesOf('EMAIL_ADDRESS')) expect(value).toMatch(/@[\w.-]+\.example(?:\.org)?$/)
  })
})

describe('machine-readable lines', () => {
  it('have right check digits (ICAO 9303)', () => {
    const lines = valuesOf('TRAVEL_DOCUMENT_MRZ').flatMap((value) => value.split('\n'))
    const checked = lines.filter(
      (line) => /^[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MF<]\d{7}/.test(line) || /^\d{7}[MF<]\d{7}/.test(line),
    )
    expect(checked.length).toBeGreaterThanOrEqual(5)
    for (const line of checked) {
      const dates = /(\d{6})(\d)[MF<](\d{6})(\d)/.exec(line)
      expect(digit(dates?.[1] ?? ''), line).toBe(dates?.[2])
      expect(digit(dates?.[3] ?? ''), line).toBe(dates?.[4])
      if (line.length === 44)
        expect(digit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43)), line).toBe(line[43])
    }
  })
})

/** Written apart from the generator's own: weights 7, 3, 1 over base-36 values, fillers as 0. */
function digit(text: string): string {
  let sum = 0
  for (const [at, sign] of [...text].entries())
    sum +=
      (sign === '<' ? 0 : Number.parseInt(sign, 36)) *
      [7, 3, 1].reduce((weight, one, index) => (at % 3 === index ? one : weight), 0)
  return String(sum % 10)
}
