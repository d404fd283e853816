import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'

/** Expansion of one of many members to less than this is no danger, whatever the ratio. */
const harmlessBytes = 2 ** 20
/** All members of one container together may always expand to this; so may the only one. */
const harmlessTotal = 16 * 2 ** 20

/** What one member may expand to. */
export interface MemberBudget {
  /**
   * Counts bytes of one member.
   * @param packed bytes of the member in the container
   * @param expanded bytes of this member so far
   * @param added those of them that are new
   * @throws ItemError `too_large`, `expansion_ratio`
   */
  spend(packed: number, expanded: number, added: number): void
  /** Bytes that a member of so many packed ones may expand to in one go. */
  allowance(packed: number): number
}

/** What the members of one container may still expand to together. Members that overlap are paid for each time. */
export interface ExpansionBudget extends MemberBudget {
  /** For going through a member again that has been paid for. */
  readonly again: MemberBudget
}

/** The budget of one container of `size` bytes with any number of members. */
export function expansionBudget(size: number, limits: Limits): ExpansionBudget {
  const total = Math.max(harmlessTotal, size * limits.expansionRatio)
  const again = memberBudget(Number.POSITIVE_INFINITY, harmlessBytes, limits)
  return { ...memberBudget(total, harmlessBytes, limits), again }
}

/** The budget of one container whose members are packed together, of any size each. */
export function solidBudget(size: number, { expansionRatio }: Limits): ExpansionBudget {
  const limits = { expansionRatio, memberBytes: Number.POSITIVE_INFINITY }
  const total = Math.max(harmlessTotal, size * expansionRatio)
  const again = memberBudget(Number.POSITIVE_INFINITY, harmlessTotal, limits)
  return { ...memberBudget(total, harmlessTotal, limits), again }
}

/** The budget of one compressed file, however often it is gone through. */
export function fileBudget(limits: Limits): MemberBudget {
  return memberBudget(Number.POSITIVE_INFINITY, harmlessTotal, limits)
}

function memberBudget(
  total: number,
  harmless: number,
  limits: Pick<Limits, 'memberBytes' | 'expansionRatio'>,
): MemberBudget {
  let left = total
  const ratioBytes = (packed: number) => Math.max(harmless, packed * limits.expansionRatio)
  return {
    spend(packed, expanded, added) {
      left -= added
      if (expanded > limits.memberBytes) {
        throw new ItemError('too_large', `a member expands to more than ${limits.memberBytes} bytes`)
      }
      if (left < 0 || expanded > ratioBytes(packed)) {
        throw new ItemError('expansion_ratio', `expands to more than ${limits.expansionRatio} times its size`)
      }
    },
    allowance: (packed) => Math.min(limits.memberBytes, left, ratioBytes(packed)),
  }
}

/**
 * Expanded pieces, each counted before it is handed on.
 * @param packed bytes that all of them come from
 * @throws ItemError `too_large`, `expansion_ratio`, and what `pieces` throws
 */
export async function* paidFor(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  packed: number,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  let expanded = 0
  for await (const piece of pieces) {
    expanded += piece.length
    budget.spend(packed, expanded, piece.length)
    yield piece
  }
}
