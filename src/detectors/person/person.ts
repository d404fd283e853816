import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, phraseOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { foldWord, foldWords } from '../engine/signs.ts'
import { weigh } from '../engine/weigh.ts'
import { builtInModel } from '../names/model.ts'
import { bitsOfWord, wordBits } from '../names/word-bits.ts'
import { isGivenName, nameAround } from './bare-name.ts'
import { isStop, type ReadName, readName } from './name.ts'
import { personWords } from './words.ts'

export const person = defineUnit({
  id: 'person',
  version: 1,
  entityType: 'PERSON',
  title: 'Name of a person',
  sensitivity: { category: 'simple', identifier: 'name' },
  reference: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e1489-1-1',
  words: personWords,
  anchors: [
    {
      by: 'words',
      topics: ['honorific', 'name-phrase', 'name-phrase-weak', 'name-label', 'name-label-weak', 'given-name'],
    },
    { by: 'runs', from: 1, to: 1 },
  ],
  examples: {
    hits: [
      ...[
        'Patient : DUPONT Marie',
        'Dr A. DELCOURT',
        'M. Le Roux',
        'Name: Jane Doe',
        'Frau Dr. Schmidt-Weber',
        'Nombre: Lucía',
      ],
      ...[
        'Sra. María del Carmen Ruiz',
        'Sig. Rossi',
        'LEROY Antoine',
        'my name is jane roe',
        'اسم المريض: أحمد محمود',
        'Dhr. van der Berg',
      ],
    ],
    misses: [
      ...[
        'Patient : 12345',
        'Name: build',
        'Dr. 45',
        'le patient présente',
        'Nom :',
        'Version Name',
        'hôpital Georges Pompidou',
      ],
      ...['Patient Registration Form', 'm. de long', 'Nom : Hôpital Nord'],
    ],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(person, text, context)
    const found = new Map<number, Candidate>()
    for (const candidate of [
      ...titled(scan, context.language),
      ...phrased(scan),
      ...labelled(scan),
      ...bare(scan, context.asked),
      ...initialled(scan),
    ]) {
      const known = found.get(candidate.start)
      if (known === undefined || known.confidence < candidate.confidence) found.set(candidate.start, candidate)
    }
    return found.values()
  },
})

/** 'Dr A. DELCOURT': a name right behind a title. */
function* titled(scan: Scan, language: string | undefined): Iterable<Candidate> {
  for (const cue of cuesOf(scan, 'honorific')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    if (!isTitle(scan.text, from, to, language)) continue
    const gap = /^(?:\.? ?|\.?:? ?(?:\(e\) ?)?)/.exec(scan.text.slice(to, to + 6))?.[0].length ?? 0
    if (gap === 0 && !arabicLetter.test(scan.text.charAt(to - 1))) continue
    const name = readName(scan, to + gap, false)
    if (name !== undefined) yield claim(scan, name, 0.88, 'a title stands before it')
  }
}

const alwaysCapital = /^(?:m|mm|don|miss|dame|sir|fr|me|pt|ing|eng|ir|lic|enf|rag|geom|avv)$/i
const arabicLetter = /[\u0621-\u064a]/

/** Short titles are capitalised or have a full stop: 'me', 'don' and 'fr' are words; an initial inside a name is no title. */
function isTitle(text: string, from: number, to: number, language: string | undefined): boolean {
  if (arabicLetter.test(text.charAt(from))) return to - from > 1 || text.charAt(to) === '.'
  const isCapital = /\p{Lu}/u.test(text.charAt(from))
  const written = text.slice(from, to)
  if (!isCapital && (alwaysCapital.test(written) || (to - from <= 3 && text.charAt(to) !== '.'))) return false
  if (/^me$/i.test(written) && language !== 'fr') return false
  if (/^mm?$/i.test(written) && language !== undefined && language !== 'fr') return false
  return to - from > 1 || !/\p{Lu}\p{Ll}+[ .-]$|[.'-]$/u.test(text.slice(Math.max(0, from - 24), from))
}

/** 'my name is jane roe': the phrase says it, capitals or not; 'named' says less. */
function* phrased(scan: Scan): Iterable<Candidate> {
  for (const topic of ['name-phrase', 'name-phrase-weak']) {
    for (const cue of cuesOf(scan, topic)) {
      const to = scan.cueEnd[cue] ?? 0
      const gap = /^(?:\(e\))?,?[: ]{1,2}/.exec(scan.text.slice(to, to + 6))?.[0].length ?? 0
      if (gap === 0) continue
      const isStrong = topic === 'name-phrase'
      const name = readName(scan, to + gap, false) ?? (isStrong ? readLower(scan, to + gap) : undefined)
      const isLikely = isStrong || (name !== undefined && (name.words > 1 || isGivenName(scan, name)))
      if (name !== undefined) yield claim(scan, name, isLikely ? 0.75 : 0.4, 'a phrase for names stands before it')
    }
  }
}

type LabelTopic = 'name-label' | 'name-label-weak'

const signGap =
  /^[ \t]*(?:\([^)\n]{0,20}\)[ \t]*)?(?:[a-z]\b)?["'*\]]{0,3}[ \t]*(?:[:=|>#]{1,2}|- )[ \t]*["'*[]{0,3}[ \t]*(?:\n[ \t>]{0,8})?/i
const lineGap = /^[ \t]*\n[ \t>]{0,8}|^\t+|^ {2,}/
const longestGap = 40
/** 'informe clínico del paciente:' heads a text about the patient. */
const genitive = /(?:^|[^\p{L}])(?:del|du|de la|des|of the|of|do|da|della|van de|zum|zur|for the|per il) $/iu

/** 'Nom : DUPONT': a name behind a label. */
function* labelled(scan: Scan): Iterable<Candidate> {
  for (const topic of ['name-label', 'name-label-weak'] as const) {
    for (const cue of cuesOf(scan, topic)) {
      const to = scan.cueEnd[cue] ?? 0
      if (!mayGoOn(scan.text, to)) continue
      if (genitive.test(scan.text.slice(Math.max(0, (scan.cueStart[cue] ?? 0) - 8), scan.cueStart[cue] ?? 0))) continue
      const behind = scan.text.slice(to, to + longestGap)
      const signed = signGap.exec(behind)?.[0].length ?? 0
      const gap = signed || (lineGap.exec(behind)?.[0].length ?? (behind.startsWith(' ') ? 1 : 0))
      if (gap === 0) continue
      const name =
        readName(scan, to + gap, true) ??
        (signed && topic === 'name-label' ? (readLower(scan, to + gap) ?? readPart(scan, cue, to + gap)) : undefined)
      if (name === undefined || isCompany(scan.text, name)) continue
      const confidence = signed
        ? labelConfidence(scan, name, cue, behind.slice(0, gap), topic)
        : looseConfidence(scan, name, topic, gap)
      yield claim(scan, name, confidence, 'a label for names stands before it')
    }
  }
}

const behindLabel = new Set([...' \t\n:=|>#*"\'](-'].map((sign) => sign.charCodeAt(0)))

/** A label is followed by a sign or a capital; a word of a sentence goes on in small letters. */
function mayGoOn(text: string, to: number): boolean {
  const code = text.charCodeAt(to)
  const next = text.charCodeAt(to + 1)
  return behindLabel.has(code) && !(code === 0x20 && next >= 0x61 && next <= 0x7a)
}

function labelConfidence(scan: Scan, name: ReadName, cue: number, gap: string, topic: LabelTopic): number {
  const isKnown = isGivenName(scan, name)
  const parts = name.words + name.initials
  if (topic === 'name-label') return parts > 1 || isKnown ? 0.92 : 0.75
  if (isKnown) return 0.85
  const isForm = gap.includes(':') && /\p{Lu}/u.test(scan.text.charAt(scan.cueStart[cue] ?? 0))
  const isMixed = /\p{Ll}/u.test(scan.text.slice(name.start, name.end))
  return isForm && isMixed && parts > 1 && parts < 4 ? 0.58 : 0.3
}

/** Without a sign the label may be a word of a sentence or a heading. */
function looseConfidence(scan: Scan, name: ReadName, topic: LabelTopic, gap: number): number {
  if (isGivenName(scan, name)) return name.words > 1 ? 0.8 : 0.6
  if (topic === 'name-label-weak') return 0.2
  const isMixed =
    name.words > 1 &&
    /\p{Lu}{2}/u.test(scan.text.slice(name.start, name.end)) &&
    /\p{Ll}/u.test(scan.text.slice(name.start, name.end))
  return isMixed ? 0.7 : gap > 1 ? 0.4 : 0.3
}

/** Names that no label announces, around a given name. */
function* bare(scan: Scan, asked: boolean): Iterable<Candidate> {
  for (const cue of cuesOf(scan, 'given-name')) {
    const name = nameAround(scan, cue)
    if (name === undefined || (name.confidence < 0.5 && !asked) || isCompany(scan.text, name)) continue
    yield claim(scan, name, name.confidence, 'a given name is in it')
  }
}

/** 'A. Lemar, U. Jouan': initials with surnames, two of them side by side; one alone may be a heading. */
function* initialled(scan: Scan): Iterable<Candidate> {
  const { text, codes, runStart, runEnd } = scan
  let before: ReadName | undefined
  let isTold = false
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] ?? 0
    if ((runEnd[run] ?? 0) !== start + 1 || codes[start + 1] !== 0x2e || start < (before?.end ?? 0)) continue
    const name = /\p{Lu}/u.test(text.charAt(start)) ? readName(scan, start, false) : undefined
    if (name === undefined) continue
    const isBeside =
      before !== undefined && /^(?:,? (?:and |et |und |y |e )?|,?\n)$/.test(text.slice(before.end, start).slice(0, 8))
    if (isBeside && before !== undefined && !isTold) yield claim(scan, before, 0.6, 'initials in a list of names')
    if (isBeside) yield claim(scan, name, 0.6, 'initials in a list of names')
    isTold = isBeside
    before = name
  }
}

const lower =
  /\p{L}[\p{L}\p{M}'-]{1,24}(?: (?!(?:but|and|et|mais|und|y|e|en) )\p{L}[\p{L}\p{M}'-]{0,24}\.?){1,3}(?=[ \t]*(?:$|[\n,;.!?|])|[ \t]+(?:but|and|et|mais|und|y|e|en) )/uy

/** Two to four words up to the end of the line or sentence, whatever their case. */
function readLower(scan: Scan, at: number): ReadName | undefined {
  lower.lastIndex = at
  const written = lower.exec(scan.text)?.[0]
  if (written === undefined || isStop(scan, at, at + (written.split(' ')[0] ?? '').length)) return undefined
  return { start: at, end: at + written.length, words: written.split(' ').length, initials: 0 }
}

/** Labels of one part of a name, which nothing else has. */
const partLabels: ReadonlySet<string> = new Set(
  listed(`
    prénom, prénoms, nom de famille, nom de naissance, first name, given name, given names, last name, surname, family name, forename,
    vorname, vornamen, nachname, familienname, geburtsname, apellido, apellidos, primer apellido, segundo apellido, cognome, apelido,
    apelidos, sobrenome, voornaam, voornamen, achternaam, familienaam
  `).map((label) => label.split(' ').map(foldWord).join(' ')),
)
const lowerWord = /\p{Ll}[\p{L}\p{M}'-]{2,24}(?=[ \t]*(?:$|[\n,;|]))/uy
const otherwise = wordBits.dictionary | wordBits.common | wordBits.product
const ofName = wordBits.given | wordBits.surname

/** 'Prénom : aziz': one word in small letters that fills its line; 'first name: required' is none. */
function readPart(scan: Scan, cue: number, at: number): ReadName | undefined {
  if (!partLabels.has(phraseOf(scan, cue))) return undefined
  lowerWord.lastIndex = at
  const written = lowerWord.exec(scan.text)?.[0]
  if (written === undefined || isStop(scan, at, at + written.length)) return undefined
  const known = bitsOfWord(builtInModel().list, written)
  if ((known & ofName) === 0 && (known & otherwise) !== 0) return undefined
  return { start: at, end: at + written.length, words: 1, initials: 0 }
}

const companySign =
  /(?:^|[ ,&])(?:GmbH|AG|Inc|Ltd|LLC|SA|SAS|SARL|S\.A|SpA|Srl|B\.?V|N\.?V|KG|Corp|plc|Co|e\.V|UG|Lda|S\.L)\b/

function isCompany(text: string, { start, end }: ReadName): boolean {
  return companySign.test(text.slice(start, end + 12).split('\n')[0] ?? '')
}

function claim(scan: Scan, { start, end }: ReadName, confidence: number, note: string): Candidate {
  const canonical = foldWords(scan.text, start, end).sort().join(' ')
  return { start, end, canonical, ...weigh(note, confidence, 'label') }
}
