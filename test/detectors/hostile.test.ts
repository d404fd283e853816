import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/detectors/engine/plan.ts'
import { planOf } from '../../src/detectors/engine/plan.ts'
import { scanText } from '../../src/detectors/engine/scan.ts'
import { type Claim, resolveOverlaps } from '../../src/detectors/overlap.ts'
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
  ...[
    'JEAN ',
    'Jean, ',
    'de la ',
    'Nom: ',
    'Nom\n',
    'patient ',
    '12 rue ',
    'rue de la ',
    '1 A Street ',
    'A A Street ',
    'Hauptstr. 1',
  ],
  ...[
    '75001 Paris ',
    'Adresse: a',
    'CP: ',
    'né à ',
    'mai 20',
    '2020-',
    '12/12/',
    '10 ans ',
    'IPP: a-',
    'FR76 3000 ',
    'BIC: A',
  ],
  ...[
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
    ' | 1',
    '\n',
    '\t',
    '- ',
  ],
]
const small = 20_000
const growth = 8
/** Work that grows with the square of the text would take 64 times as long; noise of a busy machine stays far below. */
const most = 40
/** Times below this (milliseconds) are noise. */
const floor = 3

/** The best of three: the least that the work takes. */
function timeOf(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

function claimsOf(unit: Unit, text: string): readonly Claim[] {
  const context = { language: 'fr', origin: 'text', asked: true, scan: scanText(text, plan) } as const
  return [...unit.find(text, context)].map((candidate) => ({ unit, candidate }))
}

describe('work on hostile text grows with its length, not with its square', () => {
  const texts = pieces.map((piece) => {
    const short = piece.repeat(Math.ceil(small / piece.length))
    return { piece, short, long: short.repeat(growth) }
  })

  it('of the scan', () => {
    for (const { piece, short, long } of texts) {
      const base = Math.max(
        floor,
        timeOf(() => scanText(short, plan)),
      )
      expect(timeOf(() => scanText(long, plan)) / base, JSON.stringify(piece)).toBeLessThan(most)
    }
  })

  it.each(units.map((unit) => [unit.id, unit] as const))('of %s', (_, unit) => {
    for (const { piece, short, long } of texts) {
      const time = (text: string) => {
        const scan = scanText(text, plan)
        return timeOf(() => [...unit.find(text, { language: 'fr', origin: 'text', asked: true, scan: { ...scan } })])
      }
      expect(time(long) / Math.max(floor, time(short)), JSON.stringify(piece)).toBeLessThan(most)
    }
  })

  it('of overlaps', () => {
    for (const { piece, short, long } of texts) {
      const all = (text: string) => units.flatMap((unit) => claimsOf(unit, text))
      const [few, many] = [all(short), all(long)]
      const base = Math.max(
        floor,
        timeOf(() => resolveOverlaps([...few])),
      )
      expect(timeOf(() => resolveOverlaps([...many])) / base, JSON.stringify(piece)).toBeLessThan(most)
    }
  })
})
