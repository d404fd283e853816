import { createRequire } from 'node:module'

/** An entry of a compound file as the library's writer takes it. */
interface Entry {
  readonly name: string
  readonly type: number
  readonly length: number
  readonly children?: number[]
  readonly binaryProvider?: () => Uint8Array
}

const { burn }: { burn(entries: readonly Entry[]): Uint8Array } = createRequire(import.meta.url)(
  '@kenjiuno/msgreader/lib/Burner',
)
const types = { folder: 1, stream: 2, root: 5 }

/** Properties of one part of an Outlook item: text by tag ('0037001F'), or bytes. */
export type Properties = Readonly<Record<string, string | Uint8Array>>

/** An Outlook item ([MS-OXMSG]) with recipients and attachments. */
export function outlookItem(
  own: Properties,
  recipients: readonly Properties[] = [],
  attachments: readonly Properties[] = [],
): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: types.root, length: 0, children: [] }]
  const add = (parent: number, entry: Entry): number => {
    entries.push(entry)
    entries[parent]?.children?.push(entries.length - 1)
    return entries.length - 1
  }
  const stream = (parent: number, name: string, bytes: Uint8Array) =>
    add(parent, { name, type: types.stream, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) })
  const storage = (parent: number, name: string) => add(parent, { name, type: types.folder, length: 0, children: [] })
  const put = (parent: number, properties: Properties, headerBytes: number) => {
    stream(parent, '__properties_version1.0', new Uint8Array(headerBytes))
    for (const [tag, value] of Object.entries(properties))
      stream(parent, `__substg1.0_${tag}`, typeof value === 'string' ? Buffer.from(value, 'utf16le') : value)
  }
  put(0, own, 32)
  const names = storage(0, '__nameid_version1.0')
  for (const table of ['00020102', '00030102', '00040102']) stream(names, `__substg1.0_${table}`, new Uint8Array())
  for (const [index, one] of recipients.entries()) put(storage(0, `__recip_version1.0_#0000000${index}`), one, 8)
  for (const [index, one] of attachments.entries()) put(storage(0, `__attach_version1.0_#0000000${index}`), one, 8)
  return Buffer.from(burn(entries))
}
