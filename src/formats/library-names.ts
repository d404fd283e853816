import { fileTypeFromBuffer } from 'file-type'
import { WASMagic } from 'wasmagic'

/** Bytes that libmagic is shown. */
const magicBytes = 16 * 1_024

let magic: Promise<WASMagic> | undefined

/**
 * A name for binary content that none of our own formats and signatures knows: file-type's, else libmagic's. Both are
 * slow against our own (0.3 and 0.5 ms), so this module is loaded when the first such item comes.
 */
export async function nameByLibrary(bytes: Uint8Array): Promise<string | undefined> {
  const name = await byFileType(bytes)
  if (name !== undefined) return name
  magic ??= WASMagic.create()
  const said = (await magic).detect(Buffer.from(bytes.subarray(0, magicBytes)))
  // What is text is decided elsewhere, and "data" is no name.
  return /^(?:text\/|inode\/|application\/(?:octet-stream|json|x-ndjson|x-empty))/.test(said) ? undefined : said
}

async function byFileType(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime
  } catch {
    // A fault of the library on damaged bytes costs a name and nothing else: the item has no reader anyway.
    return undefined
  }
}
