import type { Child, Extract, Format, UnreadChild } from '../../../src/core/content.ts'
import type { Limits } from '../../../src/core/limits.ts'
import { read } from '../reading.ts'

/** What an archive gives: each member's name with the beginning of its text, or with why it was not read. */
export interface MemberList {
  readonly mediaType: string | undefined
  /** Name and text; a cause behind them where the text is not whole, instead of it where there is none. */
  readonly members: readonly (readonly string[])[]
  readonly times: readonly (string | null)[]
  readonly gaps: readonly string[]
  readonly flags: readonly string[]
}

/** Reads an archive and 200 bytes of each of its members. */
export async function membersOf(
  format: Format,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
  passwords: readonly string[] = [],
): Promise<MemberList> {
  const { mediaType, extracts, gaps } = await read(format, bytes, limits, passwords)
  const flags = extracts.flatMap((extract) => (extract.what === 'flag' ? [extract.name] : []))
  const found = extracts.filter(isMember)
  const members = await Promise.all(found.map(told))
  return { mediaType, members, times: found.map(({ modifiedAt }) => modifiedAt), gaps, flags }
}

function isMember(extract: Extract): extract is Child | UnreadChild {
  return extract.what === 'child' || extract.what === 'unread'
}

async function told(one: Child | UnreadChild): Promise<readonly string[]> {
  if (one.what === 'unread') return [one.name, one.problem.cause]
  const text = Buffer.from(await one.reader.read(0, 200)).toString('utf8')
  return one.problem ? [one.name, text, one.problem.cause] : [one.name, text]
}
