import type { Place } from '../../core/content.ts'
import { mask } from '../../core/mask.ts'

/**
 * A place as JSON (DESIGN §5, `location`).
 * @param isMasked whether names that come from the item (of a sheet, say) are masked
 * @param offset code points from the beginning of the place's unit
 * @param length code points; null where only the beginning is known
 */
export function locationJson(place: Place, offset: number, length: number | null, isMasked: boolean): string {
  const tail = length === null ? `"offset":${offset}}` : `"offset":${offset},"length":${length}}`
  switch (place.unit) {
    case 'text':
      return `{"unit":"text",${tail}`
    case 'filename':
      return `{"unit":"filename",${tail}`
    case 'page':
      return `{"unit":"page","page":${place.page},${tail}`
    case 'part':
      return `{"unit":"part","part":${JSON.stringify(isMasked ? maskPart(place.part) : place.part)},${tail}`
    case 'metadata':
      return `{"unit":"metadata","name":${JSON.stringify(place.name)},${tail}`
    default:
      return unknown(place)
  }
}

/** A part's name keeps the words that are ours ('slide 3', 'comments') and masks a name from the item ('sheet Smith'). */
function maskPart(part: string): string {
  if (ours.test(part)) return part
  const blank = part.indexOf(' ')
  return blank > 0 && plainWord.test(part.slice(0, blank))
    ? `${part.slice(0, blank)} ${mask('part', part.slice(blank + 1))}`
    : mask('part', part)
}

/** Lower-case words and a number; what follows 'sheet' is named by whoever made the item. */
const ours = /^(?!sheet [^0-9])[a-z]{1,20}(?: [a-z]{1,20}){0,3}(?: \d{1,9})?$/
const plainWord = /^[a-z]{1,20}$/

function unknown(place: never): never {
  throw new Error(`a place of unknown unit: ${typeof place}`)
}
