import type { Extract, Gap } from '../../core/content.ts'
import type { ItemType } from '../../core/item.ts'
import { ItemError } from '../../core/problem.ts'
import { isOfReader, type OpenMember } from './unpacked.ts'

/** One member of an archive, as the archive describes it. */
export interface Member {
  /** As it stands in the archive; may be empty, absolute, or lead out of the archive. */
  readonly name: string
  readonly modifiedAt: string | null
  /** Bytes, as the archive claims; 0 where it does not say. */
  readonly size: number
  readonly type?: ItemType
  /** Whether it takes a password to open it. */
  readonly isLocked?: boolean
}

/** Turns the members of one archive into extracts. */
export interface MemberWriter {
  /**
   * The member as a child, and a gap where it can not be read whole; one of which nothing can be read is named all the same.
   * @param open opens the member; its faults become the member's problem
   * @throws ItemError of the reader below, and whatever is no fault of the input
   */
  member(member: Member, open: () => Promise<OpenMember>): AsyncGenerator<Extract, void, undefined>
  /** A gap of the archive itself. Each cause and message once. */
  gap(fault: ItemError): Generator<Extract, void, undefined>
}

/** A writer for one archive. */
export function memberWriter(): MemberWriter {
  const told = new Set<string>()
  const isNew = (key: string) => !told.has(key) && told.add(key) !== undefined
  function* gap({ code, message }: ItemError): Generator<Extract, void, undefined> {
    const one: Gap = { what: 'gap', cause: code, message }
    if (code === 'encrypted' && isNew(code)) yield { what: 'flag', name: 'encrypted' }
    if (isNew(`${code} ${message}`)) yield one
  }
  return {
    gap,
    async *member({ name, modifiedAt, size, type = 'file', isLocked = false }, open) {
      const named = name === '' ? '_' : name.toWellFormed()
      let opened: OpenMember
      try {
        opened = await open()
      } catch (error) {
        // A fault of one member is told of it and of the archive; the rest goes on.
        if (!(error instanceof ItemError) || isOfReader(error)) throw error
        yield { what: 'unread', name: named, modifiedAt, size, type, problem: problemOf(error) }
        yield* gap(error)
        return
      }
      if (isLocked && isNew('opened')) yield { what: 'flag', name: 'encrypted', detail: 'opened with a password' }
      const { reader, damage, close } = opened
      const problem = damage ? { problem: problemOf(damage) } : {}
      try {
        yield { what: 'child', name: named, modifiedAt, reader, ...problem }
      } finally {
        await close?.()
      }
      if (damage) yield* gap(damage)
    },
  }
}

function problemOf({ code, message }: ItemError) {
  return { cause: code, message }
}
