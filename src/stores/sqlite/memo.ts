import { mask } from '../../core/mask.ts'
import { canonicalOf, isFullName, nameWords } from '../values/canonical.ts'
import type { Vault } from '../values/vault.ts'

/** What a store keeps of a value in every mode. */
export interface Kept {
  readonly masked: string
  readonly digest: string
  readonly isFullName: boolean
}

/** Works out {@link Kept}, and remembers it for a while: the same persons, places and dates stand in file after file. */
export type Memo = (entityType: string, value: string, canonical: string) => Kept

/** Places for values; a power of two. */
const places = 4_096

interface Entry {
  readonly entityType: string
  readonly value: string
  readonly canonical: string
  readonly kept: Kept
}

/**
 * A memory of one store's values: each has one place, and the latest that came twice stays there. It never grows, and a
 * value that comes once leaves nothing but a number.
 */
export function makeMemo(vault: Vault): Memo {
  const entries = new Array<Entry | undefined>(places).fill(undefined)
  const met = new Int32Array(places)
  return (entityType, value, canonical) => {
    const sum = sumOf(value)
    const place = sum & (places - 1)
    if (met[place] !== sum) {
      met[place] = sum
      return keep(vault, entityType, value, canonical)
    }
    const entry = entries[place]
    if (entry?.value === value && entry.entityType === entityType && entry.canonical === canonical) return entry.kept
    const kept = keep(vault, entityType, value, canonical)
    entries[place] = { entityType, value, canonical, kept }
    return kept
  }
}

/** From the last signs, which differ most. */
function sumOf(value: string): number {
  let sum = value.length
  for (let at = Math.max(0, value.length - 16); at < value.length; at += 1) {
    sum = (Math.imul(sum, 31) + value.charCodeAt(at)) | 0
  }
  return sum
}

function keep(vault: Vault, entityType: string, value: string, canonical: string): Kept {
  const masked = mask(entityType, value)
  const digest = vault.digest(entityType, canonicalOf(entityType, canonical))
  return { masked, digest, isFullName: entityType === 'PERSON' && isFullName(nameWords(canonical)) }
}
