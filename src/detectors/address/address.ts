import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, weigh } from '../engine/weigh.ts'
import { localityAt, localityBehind, townBehind } from './locality.ts'
import { type StreetLine, streetLines } from './street.ts'
import { addressWords } from './words.ts'

export const address = defineUnit({
  id: 'address',
  version: 1,
  entityType: 'ADDRESS',
  title: 'Postal address, or a part of one',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions (UPU S42)',
  words: addressWords,
  anchors: [
    { by: 'words', topics: Object.keys(addressWords).filter((topic) => topic !== 'address-other') },
    { by: 'runs', from: 4, to: 5 },
  ],
  examples: {
    hits: [
      ...[
        '12 bis, rue de la Paix\n75002 Paris',
        '5 Oak Street, Springfield, IL 62704',
        'Hauptstraße 12a, 80331 München',
        'C/ Mayor, 23, 1º A',
      ],
      ...[
        'Via Roma 15, 00184 Roma',
        'Rua das Flores, 12, 1200-195 Lisboa',
        'Kerkstraat 5, 1017 GA Amsterdam',
        'Código postal: 28015',
      ],
      ...['Adresse : résidence du Parc, Lyon', 'شارع الملك فهد 12', 'P.O. Box 1234', 'F-69003 Lyon'],
    ],
    misses: [
      ...[
        'en route vers le service',
        '5 place',
        'adresse mail :',
        'the street was empty',
        '12345 Widgets 4.50',
        'via e-mail',
        '3 av. 2',
      ],
      ...['Platz 3', 'address: 0x7fff5694', 'City:', 'ISO 9001 Quality'],
    ],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(address, text, context)
    return longest([...streets(scan), ...labelled(scan), ...parts(scan), ...localities(scan)])
  },
})

function* streets(scan: Scan): Iterable<Candidate> {
  for (const line of streetLines(scan)) {
    // 'U+016F', as tables of letters number them.
    if (scan.codes[line.start - 1] === 0x2b) continue
    const behind = localityBehind(scan.text, line.end)
    if (behind > line.end) yield withLocality(scan, line, behind)
    else if (line.confidence > 0.5)
      yield claim(
        scan,
        line.start,
        townBehind(scan.text, line.end),
        line.confidence,
        'structure',
        'a street with its number',
      )
    else yield claim(scan, line.start, line.end, line.confidence, 'pattern', 'a street without a number')
  }
}

function withLocality(scan: Scan, { start, confidence }: StreetLine, end: number): Candidate {
  const weighed = reweigh(
    weigh('address', confidence),
    'structure',
    'a postcode or town stands behind it',
    ratios.context,
  )
  return { start, end, canonical: canonicalOf(scan.text.slice(start, end)), ...weighed }
}

const sign = /^["'*\]]{0,3}[ \t]*(?:\([^)\n]{0,20}\)[ \t]*)?[:|>][ \t"'*]{0,4}(?:\n[ \t>?]{0,8})?/
const value = /[^\n|;"<>{}]{3,100}/y
/** Where the value of one line runs into the next label: '… Tel. 05 45', '… Téléphone :'. */
const nextLabel =
  /[ ,.;-]+(?:(?:T[ée]l|Téléphone|Phone|Fax|E-?mail|Mail|Mobile|Tfno|Telefon|IPP|NIR|Date|Née? le|Born|DOB)\b|\p{L}[\p{L} ]{1,20} ?:|\+?\(?\d[\d .()-]{8})/iu
const isPlace = /\p{L}{3}/u
const isMachine = /^(?:0x|https?:|\/|\\|\[|\(?[a-z_]+\(|[\d.:]+$|[^\s@]+@)|[=;]$|^[a-z_]+[,)]/

/** The line behind 'Adresse :', and the next where it is postcode and town. */
function* labelled(scan: Scan): Iterable<Candidate> {
  const { text } = scan
  for (const cue of cuesOf(scan, 'address-label')) {
    const to = scan.cueEnd[cue] ?? 0
    if (/[\w$.]/.test(text.charAt((scan.cueStart[cue] ?? 0) - 1))) continue
    const gap = sign.exec(text.slice(to, to + 40))?.[0].length
    const written = gap === undefined ? undefined : lineAt(text, to + gap)
    if (gap === undefined || written === undefined || isMachine.test(written) || !isPlace.test(written)) continue
    const start = to + gap
    const end = start + written.length
    const hasNumber = /\d/.test(written)
    const isNamed = /\p{Lu}|[\u0621-\u064a]/u.test(written)
    const isForm = /[\p{Lu}\u0621-\u064a]/u.test(text.charAt(scan.cueStart[cue] ?? 0))
    const confidence = hasNumber && isNamed ? 0.85 : isNamed && isForm && written.length < 60 ? 0.6 : 0.3
    yield claim(scan, start, localityBehind(text, end), confidence, 'label', 'a label for addresses stands before it')
  }
}

function lineAt(text: string, at: number): string | undefined {
  value.lastIndex = at
  const written = value.exec(text)?.[0]
  if (written === undefined) return undefined
  const cut = written.slice(0, nextLabel.exec(written)?.index)
  return cut.replace(/[\s,.:-]+$/, '') || undefined
}

const partValue =
  /(?:[A-Z]{1,2}-?)?\d{3,5}(?:[ -]?(?:\d{2,4}|[A-Z]{2}))?(?![\d\p{L}])|\p{Lu}[\p{L}\p{M}'./-]{0,30}(?:,? (?:de|del|la|las|los|el|du|le|les|sur|di|da|do|am|an|der|\p{Lu}[\p{L}\p{M}'./-]{0,30})){0,5}|[\u0621-\u064a][\u0621-\u064a ]{2,30}/uy

/** 'CP: 28015', 'Ville : Lyon', 'my zip code is 35350'. */
function* parts(scan: Scan): Iterable<Candidate> {
  for (const cue of cuesOf(scan, 'locality-label')) {
    const to = scan.cueEnd[cue] ?? 0
    const behind = scan.text.slice(to, to + 40)
    const gap = sign.exec(behind)?.[0].length ?? /^ (?:is|est|es|ist|è|é) /.exec(behind)?.[0].length
    if (gap === undefined) continue
    partValue.lastIndex = to + gap
    const written = partValue.exec(scan.text)?.[0].replace(/[.,/-]+$/, '')
    if (written === undefined || written.length < 2) continue
    const isCapital = /\p{Lu}|[\u0621-\u064a]/u.test(scan.text.charAt(scan.cueStart[cue] ?? 0)) || /\d/.test(written)
    yield claim(
      scan,
      to + gap,
      to + gap + written.length,
      isCapital ? 0.75 : 0.4,
      'label',
      'a label for towns and postcodes',
    )
  }
}

/** Postcodes with their towns that no street stands before. */
function* localities({ text, codes, runStart, runKind }: Scan): Iterable<Candidate> {
  for (let run = 0; run < runStart.length; run += 1) {
    const kind = runKind[run] ?? 0
    const start = runStart[run] ?? 0
    if ((kind !== 4 && kind !== 5) || !isBeforeTown(codes, start + kind) || /[\d.:/]/.test(text.charAt(start - 1)))
      continue
    const found = localityAt(text, start)
    if (found === undefined) continue
    const canonical = canonicalOf(text.slice(found.start, found.end))
    yield { start: found.start, end: found.end, canonical, ...weigh('a postcode with its town', found.confidence) }
  }
}

/** A space, comma or hyphen and no second space: a town, or the rest of a Dutch or Portuguese code, may follow. */
function isBeforeTown(codes: Uint16Array, at: number): boolean {
  const code = codes[at] ?? 0
  return (code === 0x20 || code === 0x2c || code === 0x2d) && (codes[at + 2] ?? 0) > 0x20
}

function claim(
  scan: Scan,
  start: number,
  end: number,
  confidence: number,
  step: 'pattern' | 'structure' | 'label',
  note: string,
): Candidate {
  return { start, end, canonical: canonicalOf(scan.text.slice(start, end)), ...weigh(note, confidence, step) }
}

function canonicalOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Of addresses that overlap, those that reach farthest among the surest. */
function longest(found: Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1)
    if (last === undefined || candidate.start >= last.end) kept.push(candidate)
    else if (isBetter(candidate, last)) kept[kept.length - 1] = candidate
  }
  return kept
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const surer = one.confidence >= 0.5 && other.confidence < 0.5
  return surer || (one.confidence >= other.confidence && one.end - one.start > other.end - other.start)
}
