import type { Extract } from '../../core/content.ts'
import type { ZipFile } from '../zip-file.ts'
import type { ZipMember } from '../zip-member.ts'
import type { Sink } from './sink.ts'

/** Pictures, embedded documents and whatever else is packed with a document, each as an item of its own. */
export async function* readChildren(
  zip: ZipFile,
  members: readonly ZipMember[],
  sink: Sink,
): AsyncGenerator<Extract, void, undefined> {
  const { children } = sink.limits
  if (members.length > children) sink.gap('too_many', `more than ${children} items inside it`)
  for (const member of members.slice(0, children)) {
    try {
      const { reader, damage } = await zip.open(member)
      yield { what: 'child', name: member.name, modifiedAt: member.modifiedAt, reader }
      if (damage) throw damage
    } catch (error) {
      sink.fault(error)
    }
    yield* sink.drain()
  }
}
