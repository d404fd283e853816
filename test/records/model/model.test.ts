import { describe, expect, it } from 'vitest'
import { evidenceList, evidenceOf } from '../../../src/records/model/evidence.ts'
import { judge } from '../../../src/records/model/judgement.ts'
import { documentModel } from '../../../src/records/model/model.ts'
import { ask, hiddenUnits, readNetwork, sumWords, writeNetwork } from '../../../src/records/model/network.ts'
import { bucketsOfWord, wordGrams } from '../../../src/records/model/word-grams.ts'
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

describe('the buckets of one word', () => {
  it.each(['invoice', 'Échéance', 'abc', 'فاتورة', '12a', 'antidisestablishmentarianism'.repeat(2)])(
    'are those that it opens in a text: %s',
    (word) => {
      expect(new Set(bucketsOfWord(word, 0))).toEqual(new Set(gramsOf(word).keys()))
    },
  )

  it('are one more behind another word', () => {
    const [start = 0, end = 0, previous = 0] = wordGrams('xy invoice', 1_000).candidates
    const alone = new Set(bucketsOfWord('invoice', 0))
    const behind = bucketsOfWord('xy invoice'.slice(start, end), previous)
    expect(behind.filter((bucket) => !alone.has(bucket)).length).toBe(1)
    for (const bucket of behind) expect(gramsOf('xy invoice').has(bucket)).toBe(true)
  })
})

describe('sums of words', () => {
  it.each([
    ['a short text', invoice],
    ['words that come again and again', `${invoice} total total total ${'consultation '.repeat(400)}`],
    ['more words than are added at once', Array.from({ length: 900 }, (_, n) => `w${n.toString(26)}q`).join(' ')],
    ['no words', '12 34'],
  ])('are those of one number after the other: %s', (_title, text) => {
    const network = documentModel()
    const grams = wordGrams(text, 12_000)
    const { weighted, counted } = sumWords(network, grams)
    for (let unit = 0; unit < hiddenUnits; unit += 7) {
      let [bare, times] = [0, 0]
      for (let index = 0; index < grams.count; index += 1) {
        const value = network.words[(grams.buckets[index] ?? 0) * hiddenUnits + unit] ?? 0
        bare += (grams.weights[index] ?? 0) * value
        times += (grams.counts[index] ?? 0) * value
      }
      expect(weighted[unit]).toBeCloseTo(bare, 4)
      expect(counted[unit]).toBe(times)
    }
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
