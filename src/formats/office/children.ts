import type { Extract } from '../../core/content.ts'
import { memberWriter } from '../archives/members.ts'
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
  const writer = memberWriter()
  if (members.length > children) sink.gap('too_many', `more than ${children} items inside it`)
  for (const member of members.slice(0, children)) {
    const { name, modifiedAt, size = 0 } = member
    for await (const extract of writer.member({ name, modifiedAt, size }, () => zip.open(member))) {
      if (extract.what === 'gap') sink.gap(extract.cause, extract.message)
      else if (extract.what === 'flag') sink.flag(extract.name)
      else yield extract
    }
    yield* sink.drain()
  }
}
