import type { Candidate } from '../../core/finding.ts'
import { defineUnit, type Unit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'
import type { TaggedType } from './model.ts'
import { type Seen, seenIn } from './seen.ts'

type Place = Exclude<TaggedType, 'PERSON'>

export const addressSeen = placeSeen('ADDRESS', {
  id: 'address-seen',
  title: 'Postal address in running text',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions (UPU S42)',
  examples: {
    hits: ['We moved to 48 Juniper Crescent, Ashford last spring.'],
    misses: ['The 3 new options are listed in section 12.'],
  },
})

export const locationSeen = placeSeen('LOCATION', {
  id: 'location-seen',
  title: 'Town in running text',
  sensitivity: { category: 'simple' },
  reference: 'https://www.ecfr.gov/current/title-45/section-164.514 (b)(2)(i)(B): subdivisions smaller than a state',
  examples: {
    hits: ['Elle habite à Toulouse depuis dix ans.'],
    misses: ['The report was late.'],
  },
})

export const organizationSeen = placeSeen('ORGANIZATION', {
  id: 'organization-seen',
  title: 'Hospital, clinic or other place of care',
  sensitivity: { category: 'simple' },
  reference: 'https://www.ecfr.gov/current/title-45/section-160.103 (health care provider)',
  examples: {
    hits: ['Il a été hospitalisé à la Clinique du Parc en 2019.'],
    misses: ['The hospital was closed.'],
  },
})

function placeSeen(
  type: Place,
  described: Pick<Unit, 'id' | 'title' | 'sensitivity' | 'reference' | 'examples'>,
): Unit {
  const unit: Unit = defineUnit({
    ...described,
    version: 1,
    entityType: type,
    *find(text: string, context: ScanContext): Iterable<Candidate> {
      const scan = scanFor(unit, text, context)
      for (const found of seenIn(scan, type)) {
        if (!context.asked && (found.confidence < least || !isTold(scan, found))) continue
        const { start, end, confidence } = found
        const canonical = canonicalOf(scan.text.slice(start, end))
        if (canonical === '') continue
        yield {
          start,
          end,
          canonical,
          ...weigh(`the words and what stands around them read like ${notes[type]}`, confidence, 'model'),
        }
      }
    },
  })
  return unit
}

const least = 0.3
/** An address has a number, or a word for streets. */
const isAddress =
  /\d.*\p{Lu}\p{L}{2}|\p{Lu}\p{L}{2}.*\d|^(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?$|(?<!\p{L})(?:street|road|avenue|lane|rue|boulevard|calle|plaza|paseo|avenida|via|piazza|rua|ul|utca|tér)(?!\p{L})|(?:stra(?:ß|ss)e|weg|gasse|platz|straat|laan|gatan|vägen|katu|tie|vej|gade|stræti)(?!\p{L})|شارع|[A-Z]\p{L}+ (?:St|Rd|Ave?|Ln|Dr|Blvd|Ct|Mall|Isle|Lodge|Harbor|Crescent|Drive|Court|Place|Square|Way|Hill|Park|Rapids|Station)(?!\p{L})/su
/** A letter or digit on either side of a span's end: 'M8', 'Ab3'. */
const cutsWord = /^[\p{L}\d+_=]{2}$/u
/** '10000 Widget', '75002 Paris': a town only where the line or sentence ends behind it. */
const isNumberAndWord = /^\d{3,7},? \p{L}+(?: \p{L}+)?$/u
const isClosed = /^[ \t]{0,2}(?:$|[.,;)(\n-])/
/** Letters and digits run together, as codes have them. */
const isCode = /\p{Ll}\d|\d\p{Lu}\p{Ll}|[+=_]\p{L}|\d {2,}\d/u
/** Names as programs have them, sizes, '8-bit', and dates with the name of their month. */
const isTechnical =
  /(?<!(?<!\p{L})(?:Mc|Mac|De|Di|La|Le|Van|Fitz))\p{Ll}\p{Lu}|^\d-\p{L}|(?<!\p{L})[KMGT]i?B(?!\p{L})|^(?:[A-Z]\p{Ll}{2,8},? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.? \d{1,2},? \d{4}$|(?<!\p{L})(?:PEP|RFC|ISO|IEC|IEEE|DIN|FIPS|NIST) \d/u
/** What a number behind it counts: standards, points of a code, parts of a text. */
const afterNumberSign =
  /(?:[+#]|0x|(?<!\p{L})(?:rfcs?|peps?|iso|iec|ieee|din|fips|nist|bugs?|issues?|sections?|chapters?|version|release|port|code page|error) )$/iu
const longestNumberSign = 12
/** What says that somebody lives, was born or is treated in the town that follows. */
const home =
  /(?<!\p{L})(?:liv(?:es?|ed|ing)|resid\p{L}{1,6}|home|born|grew up|moved|natural|procedente|vi[vt]\p{L}{0,4}|nac\p{L}{2,5}|domicili\p{L}{1,4}|habit\p{L}{1,4}|demeur\p{L}{1,4}|résid\p{L}{1,5}|originaire|originally|n[ée]e?|vacances|près|wohn\p{L}{1,5}|lebt|geboren|abit\p{L}{1,2}|nat[oa]|nasc\p{L}{2,4}|mor[ao]|woon\p{L}{1,5}|hospitali\p{L}{1,6}|h[oôó]pital|clini\p{L}{1,4}|chu|ch|ville|city|localidad|provincia|town|wohnort|città|cidade|plaats|adresse?|يسكن|تسكن|ولد)(?!\p{L})/iu
const notes: Readonly<Record<Place, string>> = {
  ADDRESS: 'an address',
  LOCATION: 'a town',
  ORGANIZATION: 'a place of care',
}
const care =
  /(?<!\p{L})(?:h[oôó]pit\w{0,4}|hospit\w{0,8}|hop|clini\w{1,4}|cl[ií]nic\w{0,3}|klini\w{1,4}|\p{L}{0,20}klinikum|chu|chru?|chg|ch|ehpad|krankenhaus|ospedale\w?|policlinico|ziekenhuis|umc|centr[eo] (?:hosp|de sal|m[eé]d)\w{0,10}|medical cent\w{2}|health cent\w{2}|sanatori\w{1,3}|service|suivi\w?|transf\p{L}{2,6}|مستشفى)(?!\p{L})/iu
const careReach = 32

/** A company is no personal data; where somebody is treated is. */
function isTold({ text }: Scan, { type, start, end }: Seen): boolean {
  if (cutsWord.test(text.charAt(start - 1) + text.charAt(start)) || cutsWord.test(text.slice(end - 1, end + 1)))
    return false
  if (type === 'ADDRESS') {
    const written = text.slice(start, end)
    if (/\d[.,]$/.test(text.slice(Math.max(0, start - 2), start)) && /^\d/.test(written)) return false
    if (isNumberAndWord.test(written) && !isClosed.test(text.slice(end, end + 3))) return false
    if (isTechnical.test(written) || afterNumberSign.test(text.slice(Math.max(0, start - longestNumberSign), start)))
      return false
    return isAddress.test(written) && !isCode.test(written)
  }
  const before = text.slice(Math.max(0, start - careReach), start)
  return type === 'ORGANIZATION' ? care.test(text.slice(Math.max(0, start - careReach), end)) : home.test(before)
}

function canonicalOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
