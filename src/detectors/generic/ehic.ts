import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ehic = numberDetector({
  id: 'ehic',
  version: 1,
  entityType: 'EHIC_NUMBER',
  title: 'Number of a European health insurance card, and of national cards numbered like it',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://eur-lex.europa.eu/eli/dec/2003/751/oj (Decision 190; EN 1867)',
  writings: {
    '9{20}': 0.3,
    '99 9{3} 9{5} 9{10}': 0.5,
    '9{5} 9{5} 9{10}': 0.4,
    '9{5}-9{5}-9{10}': 0.4,
    '9{4} 9{4} 9{4} 9{4} 9{4}': 0.3,
  },
  context: listed(`
    ehic, european health insurance card, carte européenne d’assurance maladie, ceam, ekvk, europäische
    krankenversicherungskarte, tarjeta sanitaria europea, tse, tessera sanitaria, cartão europeu de seguro de
    doença, cesd, europese ziekteverzekeringskaart, versichertenkarte, gesundheitskarte, krankenversicherungskarte,
    kartennummer, carte d’assuré
  `),
  isPossible: (value) => value.startsWith('80') && countries.has(value.slice(2, 5)),
  examples: {
    hits: ['EHIC 80250000011234567895', 'Versichertenkarte: 80756000111234567893'],
    misses: ['EHIC 80999000011234567895', '81250000011234567895'],
  },
})

/** ISO 3166-1 numeric codes of the states whose cards are numbered so: the European Economic Area, Switzerland and the United Kingdom. */
const countries: ReadonlySet<string> = new Set(
  '040 056 100 191 196 203 208 233 246 250 276 300 348 352 372 380 428 438 440 442 470 528 578 616 620 642 703 705 724 752 756 826'.split(
    ' ',
  ),
)
