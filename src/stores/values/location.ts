import type { Place } from '../../core/content.ts'
import { mask, maskPart } from '../../core/mask.ts'

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
    case 'column': {
      const name = isMasked && place.isNamePersonal ? mask('column', place.name) : place.name
      return `{"unit":"column","column":${place.column},"name":${JSON.stringify(name)},"row":${place.row},${tail}`
    }
    case 'metadata':
      return `{"unit":"metadata","name":${JSON.stringify(place.name)},${tail}`
    default:
      return unknown(place)
  }
}

function unknown(place: never): never {
  throw new Error(`a place of unknown unit: ${typeof place}`)
}
