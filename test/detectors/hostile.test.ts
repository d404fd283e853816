import { describe, expect, it } from 'vitest'
import { planOf, type Unit } from '../../src/detectors/engine/plan.ts'
import { repaired } from '../../src/detectors/engine/repair.ts'
import { type Scan, type ScanContext, scanText } from '../../src/detectors/engine/scan.ts'
import { resolveOverlaps } from '../../src/detectors/overlap.ts'
import { detectors } from '../../src/detectors/registry.ts'

const units: readonly Unit[] = detectors
const plan = planOf(units)

/** Beginnings, separators and labels that patterns go on with. Each is repeated without end. */
const pieces = [
  ...[
    'a',
    'A',
    '1',
    '9 ',
    '1 2 ',
    '1.',
    '1-',
    '1/',
    '12.',
    'a@',
    '@',
    '@a.',
    'a.b@',
    '://',
    'http://a.',
    'www.',
    'a.b.',
  ],
  ...[
    '<<',
    'P<',
    '::',
    '1:',
    'a:',
    '°',
    '48.1234, ',
    '((',
    '(0',
    '+1',
    '+33 ',
    '(1) ',
    'Dr A. ',
    'M. ',
    'A. B',
    'Jean ',
  ],
  ...['JEAN ', 'Jean, ', 'de la ', 'Nom: ', 'Nom\n', 'patient ', '12 rue ', 'rue de la ', '1 A Street ', 'A A Street '],
  ...['Hauptstr. 1', '75001 Paris ', 'Adresse: a', 'CP: ', 'né à ', 'mai 20', '2020-', '12/12/', '10 ans ', 'IPP: a-'],
  ...[
    'FR76 3000 ',
    'BIC: A',
    'tel: 1 ',
    '01 02 ',
    '123 456 ',
    '4111 ',
    'bc1',
    '1x',
    'e\u0301',
    '😀',
    '\u00a0',
    'السيد ',
  ],
  ...[' | 1', '\n', '\t', '- '],
  ...[
    'FR76 3OOO ',
    'l1l1 ',
    '1O',
    '$6$',
    '$2b$12$',
    '://a:b',
    '://a:b@',
    'password=',
    'password: "',
    'eyJ1',
    'eyJ1.',
    'ghp_1',
    'sk-1',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----\n',
    'PRIVATE KEY-----A',
    ' (at) ',
    ' dot ',
    'a (at) a dot ',
    'Diagnosis: a',
    'Diagnosis: ',
    'aspirin 5 ',
  ],
  ...[
    'A AB 1',
    'AB-12-',
    '12 ABC ',
    'Kennzeichen A-B 1',
    '1A1A',
    'A1 ',
    'VIN 1',
    'Sex: ',
    'IMEI 1',
    '123-',
    '\u200b1',
    'ICD A12.',
  ],
]
const small = 4_000
const growth = 20
/** Work that grows with the square of the text would take 400 times as long; the noise of a busy machine stays far below. */
const most = 150
/** Times below this (milliseconds) are noise. */
const floor = 1

/** The best of three, in milliseconds of this process alone: the least that the work takes, whatever else the machine does. */
function timeOf(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1_000
    }),
  )
}

/** How much longer the work takes on a text that is `growth` times as long. */
function growthOf(few: () => unknown, many: () => unknown): number {
  return timeOf(many) / Math.max(floor, timeOf(few))
}

function contextOf(scan: Scan): ScanContext {
  return { language: 'fr', origin: 'text', asked: true, scan }
}

describe('work on endless repetition grows with its length, not with its square', () => {
  it.each(pieces.map((piece) => [piece]))('of %j', { retry: 2 }, (piece) => {
    const short = piece.repeat(Math.ceil(small / piece.length))
    const long = short.repeat(growth)
    expect(
      growthOf(
        () => scanText(short, plan),
        () => scanText(long, plan),
      ),
      'the scan',
    ).toBeLessThan(most)
    const [few, many] = [scanText(short, plan), scanText(long, plan)]
    for (const unit of units) {
      // A copy of the scan: what detectors share of a text is worked out again.
      const work = (text: string, scan: Scan) => () => [...unit.find(text, contextOf({ ...scan }))]
      expect(growthOf(work(short, few), work(long, many)), unit.id).toBeLessThan(most)
    }
    expect(
      growthOf(
        () => repaired(few, contextOf({ ...few })),
        () => repaired(many, contextOf({ ...many })),
      ),
      'repairs',
    ).toBeLessThan(most)
    const claims = (text: string, scan: Scan) =>
      units.flatMap((unit) => [...unit.find(text, contextOf(scan))].map((candidate) => ({ unit, candidate })))
    const [fewClaims, manyClaims] = [claims(short, few), claims(long, many)]
    expect(
      growthOf(
        () => resolveOverlaps([...fewClaims]),
        () => resolveOverlaps([...manyClaims]),
      ),
      'overlaps',
    ).toBeLessThan(most)
  })
})
