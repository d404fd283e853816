import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/core/finding.ts'
import { defineUnit, type Unit } from '../../src/detectors/engine/plan.ts'
import { type Claim, resolveOverlaps } from '../../src/detectors/overlap.ts'

function unitOf(entityType: string): Unit {
  return defineUnit({
    id: entityType.toLowerCase().replaceAll('_', '-'),
    version: 1,
    entityType,
    title: 'for the test',
    sensitivity: { category: 'simple' },
    reference: 'https://example.com',
    examples: { hits: [], misses: [] },
    find: () => [],
  })
}

function claim(
  entityType: string,
  start: number,
  end: number,
  confidence: number,
  step: Evidence['step'] = 'pattern',
): Claim {
  const note = step === 'checksum' ? 'check digits hold' : 'x'
  return {
    unit: unitOf(entityType),
    candidate: { start, end, canonical: 'x', confidence, evidence: [{ step, note, confidence }] },
  }
}

const told = (claims: Claim[]) =>
  resolveOverlaps(claims).map(({ unit, candidate }) => `${unit.entityType} ${candidate.start}-${candidate.end}`)

describe('claims to the same place', () => {
  it('check digits beat structure, structure beats a pattern', () => {
    expect(
      told([claim('PHONE_NUMBER', 0, 20, 0.9, 'structure'), claim('CREDIT_CARD', 2, 18, 0.6, 'checksum')]),
    ).toEqual(['CREDIT_CARD 2-18'])
    expect(told([claim('DATE_TIME', 0, 10, 0.9), claim('DATE_OF_BIRTH', 0, 10, 0.7, 'label')])).toEqual([
      'DATE_OF_BIRTH 0-10',
    ])
  })

  it('the longer beats the shorter, then the surer', () => {
    expect(told([claim('PERSON', 5, 9, 0.9), claim('ADDRESS', 0, 12, 0.6)])).toEqual(['ADDRESS 0-12'])
    expect(told([claim('A_A', 0, 5, 0.6), claim('B_B', 0, 5, 0.7)])).toEqual(['B_B 0-5'])
  })

  it('an address on the net keeps the mail address inside it', () => {
    expect(told([claim('URL', 0, 30, 0.9, 'structure'), claim('EMAIL_ADDRESS', 10, 20, 0.9, 'structure')])).toEqual([
      'URL 0-30',
      'EMAIL_ADDRESS 10-20',
    ])
    expect(told([claim('URL', 15, 25, 0.9, 'structure'), claim('EMAIL_ADDRESS', 10, 25, 0.9, 'structure')])).toEqual([
      'EMAIL_ADDRESS 10-25',
    ])
  })

  it('those side by side all stand, in the order of the text', () => {
    expect(told([claim('B_B', 5, 9, 0.9), claim('A_A', 0, 5, 0.5), claim('C_C', 9, 10, 0.7)])).toEqual([
      'A_A 0-5',
      'B_B 5-9',
      'C_C 9-10',
    ])
  })

  it('does not depend on the order in which they are made', () => {
    const claims = () => [
      claim('A_A', 0, 6, 0.7),
      claim('B_B', 4, 9, 0.8),
      claim('C_C', 8, 14, 0.7),
      claim('D_D', 2, 5, 0.9, 'label'),
    ]
    const first = told(claims())
    expect(told(claims().reverse())).toEqual(first)
    expect(first).toEqual(['D_D 2-5', 'C_C 8-14'])
  })
})
