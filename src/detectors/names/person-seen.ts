import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { foldWords } from '../engine/signs.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { seenIn } from './seen.ts'
import { wordBits } from './word-bits.ts'

export const personSeen = defineUnit({
  id: 'person-seen',
  version: 2,
  entityType: 'PERSON',
  title: 'Name of a person in running text',
  sensitivity: { category: 'simple', identifier: 'name' },
  reference: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e1489-1-1',
  examples: {
    hits: ['She was treated by Ngozi Adeyemi in March.', 'I have shared the folder with Piotr Zieliński yesterday.'],
    misses: ['The Golden Gate was closed on Monday.', '4111 1111 1111 1111', 'Terms And Conditions Apply'],
  },
  *find(text: string, context: ScanContext): Iterable<Candidate> {
    const scan = scanFor(personSeen, text, context)
    for (const { start: from, end, confidence, known } of seenIn(scan, 'PERSON')) {
      const start = from + (preposition.exec(scan.text.slice(from, end))?.[0].length ?? 0)
      if (confidence < least && !context.asked) continue
      if (!mayBeName.test(scan.text.slice(start, end)) || isOther.test(scan.text.slice(start, end))) continue
      if (codeBehind.test(scan.text.charAt(end)) || codeBefore.test(scan.text.charAt(start - 1))) continue
      if (isCounted(scan.text, start, end)) continue
      const canonical = foldWords(scan.text, start, end).sort().join(' ')
      if (canonical === '') continue
      const weighed = weigh('the words and what stands around them read like a name', confidence, 'model')
      const doubt = doubts.find(({ applies }) => applies(scan.text.slice(start, end), known))
      yield { start, end, canonical, ...(doubt ? reweigh(weighed, 'pattern', doubt.note, doubt.ratio) : weighed) }
    }
  },
})

/** 'von Jürgen Wittkowski': before two words of a name it belongs to the sentence. */
const preposition = /^(?:von|de|di|da|do|du|del|van) (?=\p{Lu}\S{1,30} \p{Lu})/u
/** A word of at least two letters. */
const mayBeName = /\p{L}\p{M}?\p{L}/u
/** Digits, and a short abbreviation alone, are no names. */
const isOther = /\d|^\p{Lu}{2,4}$/u
const listed = wordBits.given | wordBits.surname | wordBits.honorific
const ordinary = wordBits.dictionary | wordBits.common | wordBits.product

/** What speaks against a name though the words around it are those of one; the first that applies counts. */
const doubts: readonly {
  readonly note: string
  readonly ratio: number
  readonly applies: (name: string, known: number) => boolean
}[] = [
  { note: 'one word in capitals', ratio: 0.1, applies: (name) => /^\p{Lu}{5,}$/u.test(name) },
  {
    note: 'written as names in code are: a capital within a word',
    ratio: 0.05,
    applies: (name) => innerCapital.test(name),
  },
  {
    note: 'in a script that the model did not learn',
    ratio: 0.08,
    applies: (name) => !/[\p{Script=Latin}\p{Script=Arabic}]/u.test(name),
  },
  {
    note: 'one word, and no list of names has it',
    ratio: 0.1,
    applies: (name, known) => (known & listed) === 0 && !/[ \n]/.test(name),
  },
  {
    note: 'an ordinary word among them, and no list of names has any',
    ratio: 0.1,
    applies: (_, known) => (known & listed) === 0 && (known & ordinary) !== 0,
  },
  {
    note: 'one word, and an ordinary one as well as a surname',
    ratio: 0.3,
    applies: (name, known) => (known & wordBits.given) === 0 && (known & ordinary) !== 0 && !/[ \n]/.test(name),
  },
]
/** 'xmlNode', 'GSettings', 'PostScript'; but 'McCarthy', 'DeAndre', 'LaTour', 'FitzGerald', 'VanDyke'. */
const innerCapital =
  /(?<!\p{L})(?!(?:Ma?c|De|Di|Du|La|Le|Lo|Van|Von|Fitz|Del|Della|Dal|Al|El|Ben|Abd|Saint|St|San)\p{Lu})\p{L}*\p{Ll}\p{Lu}|(?<!\p{L})\p{Lu}{2,}\p{Ll}/u
/** Signs of code that touch a name: 'O_NONBLOCK', 'Deno2', 'Error('. */
const codeBefore = /[\w$@#=\\<.+]/
const codeBehind = /^[\w$@#=\\({+]/

/** '300 Mark': one word behind a number is what is counted. */
function isCounted(text: string, start: number, end: number): boolean {
  return /\d[ \t]$/.test(text.slice(Math.max(0, start - 2), start)) && /^\p{L}+$/u.test(text.slice(start, end))
}

/** What is less likely is not worth telling unless it is asked for. */
const least = 0.3
