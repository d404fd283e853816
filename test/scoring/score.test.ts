import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordKinds } from '../../src/core/record.ts'
import {
  type Circumstance,
  circumstances,
  type DumpContext,
  type Facts,
  type Links,
  type Sensitivities,
  type Severity,
} from '../../src/core/severity.ts'
import { decideContext } from '../../src/scoring/context.ts'
import { score } from '../../src/scoring/score.ts'

const sensitivities: Sensitivities = {
  entities: new Map([
    ['PERSON', { category: 'simple', identifier: 'name' }],
    ['EMAIL_ADDRESS', { category: 'simple', identifier: 'email' }],
    ['PHONE_NUMBER', { category: 'simple', identifier: 'phone_or_address' }],
    ['ADDRESS', { category: 'simple', identifier: 'phone_or_address' }],
    ['DATE_OF_BIRTH', { category: 'simple' }],
    ['AGE', { category: 'simple' }],
    ['PATIENT_ID', { category: 'simple', identifier: 'code' }],
    ['FR_NIR', { category: 'simple', identifier: 'official_number' }],
    ['IBAN_CODE', { category: 'financial' }],
    ['CREDIT_CARD', { category: 'financial' }],
    ['GPS_COORDINATES', { category: 'behavioural' }],
    ['IP_ADDRESS', { category: 'behavioural' }],
    ['MEDICATION', { category: 'sensitive' }],
    ['DIAGNOSIS', { category: 'sensitive' }],
  ]),
  kinds: new Map(),
}
const apart: Links = { resolvesToName: false, by: [] }
const resolved: Links = { resolvesToName: true, by: ['patient number'] }

function facts(some: Partial<Facts>): Facts {
  return { kind: 'other', entities: {}, fields: [], flags: [], ...some }
}

function of(some: Partial<Facts>, context: DumpContext = 'general', links = apart): Severity {
  return score(facts(some), context, ['unknown-recipients'], links, sensitivities)
}

type Golden = [string, Severity, { dpc: number; ei: number; se: number; level: string }]
const golden: Golden[] = [
  [
    "invoice with patient's name, contact and treatment",
    of({
      kind: 'invoice',
      entities: { PERSON: 1, EMAIL_ADDRESS: 1, PHONE_NUMBER: 1 },
      email: 'nickname',
      fields: ['treatment.procedures'],
    }),
    { dpc: 4, ei: 1, se: 4.5, level: 'very_high' },
  ],
  [
    'invoice between companies, no person',
    of({ kind: 'invoice', entities: { IBAN_CODE: 1, PHONE_NUMBER: 1, ADDRESS: 2, EMAIL_ADDRESS: 1 }, email: 'coded' }),
    { dpc: 2, ei: 0.25, se: 1, level: 'low' },
  ],
  [
    'treatment plan with a patient number only',
    of({ kind: 'treatment_plan', entities: { PATIENT_ID: 1 } }),
    { dpc: 4, ei: 0.25, se: 1.5, level: 'low' },
  ],
  [
    'the same, patient number resolves to a name elsewhere in the dump',
    of({ kind: 'treatment_plan', entities: { PATIENT_ID: 1 } }, 'general', resolved),
    { dpc: 4, ei: 1, se: 4.5, level: 'very_high' },
  ],
  [
    'clear face photo from a clinic, no metadata',
    of({ kind: 'face_image', faces: 1 }, 'clinic'),
    { dpc: 4, ei: 0.5, se: 2.5, level: 'medium' },
  ],
  [
    'the same with GPS and time in EXIF',
    of({ kind: 'face_image', faces: 1, position: true, taken: true, entities: { GPS_COORDINATES: 1 } }, 'clinic'),
    { dpc: 4, ei: 0.75, se: 3.5, level: 'high' },
  ],
  [
    'body photo, no face, no metadata',
    of({ kind: 'body_image', faces: 0, persons: 1, flags: ['nudity_suspected'] }, 'clinic'),
    { dpc: 4, ei: 0.25, se: 1.5, level: 'low' },
  ],
  [
    'the same, in a folder named after a patient whose invoice is there',
    of({ kind: 'body_image', faces: 0, persons: 1 }, 'clinic', { resolvesToName: true, by: ['folder name'] }),
    { dpc: 4, ei: 1, se: 4.5, level: 'very_high' },
  ],
  ['holiday landscape, no person', of({ faces: 0, persons: 0 }), { dpc: 1, ei: 0.25, se: 0.75, level: 'low' }],
  [
    'full card number + name + expiry',
    of({ entities: { CREDIT_CARD: 1, PERSON: 1 }, cardExpiry: true }),
    { dpc: 4, ei: 1, se: 4.5, level: 'very_high' },
  ],
  [
    'one e-mail address firstname.lastname@…, nothing else',
    of({ entities: { EMAIL_ADDRESS: 1 }, email: 'full_name' }),
    { dpc: 1, ei: 1, se: 1.5, level: 'low' },
  ],
]

describe('golden cases of the severity tables', () => {
  test.each(golden)('%s', (_, severity, expected) => {
    expect({ dpc: severity.dpc.value, ei: severity.ei.value, se: severity.score, level: severity.level }).toEqual(
      expected,
    )
  })

  test('every term says why', () => {
    for (const [, severity] of golden) {
      for (const term of [severity.dpc, severity.ei, severity.cb]) expect(term.because.length).toBeGreaterThan(0)
    }
  })
})

describe('circumstances', () => {
  test('add up and stop at 2', () => {
    const all = Object.keys(circumstances) as Circumstance[]
    expect(score(facts({}), 'general', [], apart, sensitivities).score).toBe(0.25)
    expect(score(facts({}), 'general', ['malicious', 'known-recipients'], apart, sensitivities).cb.value).toBe(0.75)
    expect(score(facts({}), 'general', all, apart, sensitivities).cb.value).toBe(2)
  })

  test('two of one criterion count as the worse', () => {
    const both = score(facts({}), 'general', ['known-recipients', 'unknown-recipients'], apart, sensitivities)
    expect(both.cb).toEqual({ value: 0.5, because: ['unknown-recipients +0.5'] })
  })

  test('a circumstance said twice counts once', () => {
    expect(score(facts({}), 'general', ['lost', 'lost'], apart, sensitivities).cb.value).toBe(0.5)
  })
})

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...recordKinds),
  entities: fc.dictionary(fc.constantFrom(...sensitivities.entities.keys()), fc.integer({ min: 1, max: 200 })),
  fields: fc.subarray(['treatment.total', 'invoice.total', 'patient.name', 'patient.number']),
  flags: fc.subarray(['nudity_suspected', 'encrypted', 'gps', 'minor_suspected']),
  faces: fc.integer({ min: 0, max: 3 }),
  persons: fc.integer({ min: 0, max: 3 }),
})
const anyContext = fc.constantFrom<DumpContext>('clinic', 'general')
const anyStated = fc.subarray(Object.keys(circumstances) as Circumstance[])
const emails: Facts['email'][] = ['coded', 'nickname', 'part_name', 'full_name']

describe('properties', () => {
  test('never outside 0.25 … 6.00, always on the 0.25 grid', () => {
    fc.assert(
      fc.property(anyFacts, anyContext, anyStated, fc.boolean(), (some, context, stated, isLinked) => {
        const { score: total } = score(some, context, stated, isLinked ? resolved : apart, sensitivities)
        expect(total).toBeGreaterThanOrEqual(0.25)
        expect(total).toBeLessThanOrEqual(6)
        expect(total * 4).toBe(Math.round(total * 4))
      }),
    )
  })

  test('never lower because something was added', () => {
    const addition: fc.Arbitrary<(before: Facts) => Facts> = fc.oneof(
      fc.constantFrom(...sensitivities.entities.keys()).map((type) => (before: Facts) => ({
        ...before,
        entities: { ...before.entities, [type]: (before.entities[type] ?? 0) + 1 },
      })),
      fc
        .constantFrom('treatment.total', 'patient.name')
        .map((name) => (before: Facts) => ({ ...before, fields: [...before.fields, name] })),
      fc
        .constantFrom('nudity_suspected', 'gps')
        .map((name) => (before: Facts) => ({ ...before, flags: [...before.flags, name] })),
      fc.constant((before: Facts) => ({ ...before, faces: (before.faces ?? 0) + 1 })),
      fc.constant((before: Facts) => ({ ...before, persons: (before.persons ?? 0) + 1 })),
      fc.constant((before: Facts): Facts => ({ ...before, position: true, taken: true, cardExpiry: true })),
      fc.constant((before: Facts): Facts => {
        const email = emails[Math.min(3, emails.indexOf(before.email) + 1)]
        return email ? { ...before, email } : before
      }),
    )
    fc.assert(
      fc.property(anyFacts, addition, anyContext, anyStated, fc.boolean(), (before, add, context, stated, isLinked) => {
        const links = isLinked ? resolved : apart
        const least = score(before, context, stated, links, sensitivities).score
        expect(score(add(before), context, stated, links, sensitivities).score).toBeGreaterThanOrEqual(least)
        expect(score(before, context, stated, resolved, sensitivities).score).toBeGreaterThanOrEqual(least)
        expect(score(before, 'clinic', stated, links, sensitivities).score).toBeGreaterThanOrEqual(
          score(before, 'general', stated, links, sensitivities).score,
        )
        expect(score(before, context, [...stated, 'malicious'], links, sensitivities).score).toBeGreaterThanOrEqual(
          least,
        )
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what the dump as a whole is', () => {
  test.each<[string, Record<string, number>, DumpContext]>([
    ['nothing', {}, 'general'],
    ['two prescriptions alone', { prescription: 2 }, 'general'],
    ['a firm with three sick notes', { invoice: 200, medical_report: 3 }, 'general'],
    [
      'a clinic with mostly photos',
      { face_image: 300, body_image: 200, treatment_plan: 80, consent_form: 20 },
      'clinic',
    ],
    ['a clinic among much that could not be told', { other: 10_000, medical_report: 30, invoice: 50 }, 'clinic'],
  ])('%s', (_, kinds, context) => {
    expect(decideContext(new Map(Object.entries(kinds)))).toBe(context)
  })
})
