import { describe, expect, it } from 'vitest'
import { evidenceList, evidenceOf } from '../../../src/records/model/evidence.ts'
import { judge } from '../../../src/records/model/judgement.ts'
import { documentModel } from '../../../src/records/model/model.ts'
import { ask, readNetwork, writeNetwork } from '../../../src/records/model/network.ts'
import { wordGrams } from '../../../src/records/model/word-grams.ts'
import { Signals } from '../../../src/records/signals.ts'

const invoice =
  'FACTURE N° 2024-031\nClient : Mme Zyxwvut\nConsultation   60,00 €\nTotal TTC   60,00 €\nÉchéance : 12/04/2024'

/** Buckets and weights in an order of their own: the arrays are used again by the next call. */
function gramsOf(text: string): ReadonlyMap<number, number> {
  const { count, buckets, weights } = wordGrams(text, 1_000)
  return new Map(Array.from({ length: count }, (_, index) => [buckets[index] ?? 0, weights[index] ?? 0]))
}

describe('words in buckets', () => {
  it('do not mind case, accents and the value of digits', () => {
    expect(gramsOf('Échéance du 12/03')).toEqual(gramsOf('ECHEANCE du 98/76'))
  })

  it('weigh 1 together, and the same the second time', () => {
    const grams = gramsOf(invoice)
    expect([...grams.values()].reduce((sum, weight) => sum + weight ** 2, 0)).toBeCloseTo(1)
    expect(gramsOf(invoice)).toEqual(grams)
  })

  it('are none in a text without letters', () => {
    expect(gramsOf('12 34 !? 5').size).toBe(0)
    expect(gramsOf('').size).toBe(0)
  })

  it.each(['a', 'ab ', 'abcdefgh', 'é', '12a '])('stay few in a long text of %j', (piece) => {
    expect(wordGrams(piece.repeat(40_000), 200_000).count).toBeLessThan(12_001)
  })
})

describe('evidence', () => {
  it('is a number of 0 … 1 for each entry of the list, with a reason', () => {
    for (const text of ['', invoice, 'x'.repeat(9_000)]) {
      const evidence = evidenceOf(new Signals(text))
      expect(evidence.length).toBe(evidenceList.length)
      for (const value of evidence) expect(value).toBeGreaterThanOrEqual(0)
      for (const value of evidence) expect(value).toBeLessThanOrEqual(1.5)
    }
    for (const { reason } of evidenceList) expect(reason.length).toBeGreaterThan(3)
  })
})

describe('the network', () => {
  it('gives probabilities that add up to 1, with words and without', () => {
    const signals = new Signals(invoice)
    for (const words of [wordGrams(invoice, 1_000), undefined]) {
      const { probabilities } = ask(documentModel(), words, evidenceOf(signals))
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
    }
  })

  it('comes back from its bytes as it was', () => {
    const network = documentModel()
    const bytes = Buffer.from(writeNetwork(network))
    expect(Buffer.from(writeNetwork(readNetwork(bytes))).equals(bytes)).toBe(true)
  })

  it('is not read from other bytes', () => {
    expect(() => readNetwork(Buffer.from('something else'))).toThrow('not a model of documents')
  })
})

describe('a judgement', () => {
  it('has reasons that a person can read: titles, terms, structure, and no names', () => {
    const match = judge(new Signals(invoice), 'fr')?.of('invoice')
    expect(match?.confidence).toBeGreaterThan(0.9)
    expect(match?.because.join('\n')).toMatch(/facture/)
    expect(match?.because.join('\n').toLowerCase()).not.toContain('zyxwvut')
  })

  it('says where it goes by structure alone', () => {
    const polish =
      'FAKTURA VAT nr 12/2024\nData wystawienia: 2024-03-05\nNazwa towaru   Ilość   Cena\nToner   2   49,00\nRazem do zapłaty 120,54 PLN\nVAT 23%   22,54'
    const match = judge(new Signals(polish), 'pl')?.of('invoice')
    expect(match?.confidence).toBeGreaterThan(0.5)
    expect(match?.because.at(-1)).toMatch(/^judged by structure/)
  })

  it('is none where the text has no term of any document', () => {
    expect(judge(new Signals('xqz wvk'), undefined)).toBeUndefined()
  })
})
