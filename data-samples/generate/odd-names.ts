import { mkdir, writeFile } from 'node:fs/promises'
import { encodeName } from '../../src/core/item.ts'

/** A file whose name many programs stumble over. */
export interface OddName {
  /** Path below the folder as a scan writes it. */
  readonly uri: string
  readonly why: string
  /** The address that stands in the file and nowhere else. */
  readonly email: string
}

const names: readonly (readonly [why: string, name: Uint8Array])[] = [
  ['a line feed', Buffer.from('facture\n2019.txt')],
  ['a leading dash', Buffer.from('-rf rapport.txt')],
  ['a trailing pipe', Buffer.from('ordonnance.txt |')],
  ['an escape sequence', Buffer.from('devis\u001b[31mrouge\u001b[0m.txt')],
  ['a backslash', Buffer.from('C:\\patients\\note.txt')],
  ['quotes and a dollar', Buffer.from('"$(touch x)" \'note\'.txt')],
  ['wildcards', Buffer.from('*?[a-z].txt')],
  ['a space at the end', Buffer.from('note.txt ')],
  ['a dot at the end', Buffer.from('note.')],
  ['a reserved word of Windows', Buffer.from('CON.txt')],
  ['right-to-left override', Buffer.from('photo\u202Etxt.exe')],
  ['the replacement character itself', Buffer.from('note \uFFFD.txt')],
  ['bytes that are Latin-1', Buffer.from('H\u00e9l\u00e8ne.txt', 'latin1')],
  ['bytes cut inside a letter', Buffer.from([0x6e, 0x6f, 0x74, 0x65, 0xe2, 0x82])],
  ['a letter and its accent apart', Buffer.from('re\u0301sume\u0301.txt')],
  ['signs beyond the first plane', Buffer.from('note 🦷💉.txt')],
  ['as long as names get', Buffer.from(`${'n'.repeat(251)}.txt`)],
  ['the mark of a container', Buffer.from('archive.zip!')],
  ['HTML', Buffer.from('<b onclick=alert(1)>&amp;.txt')],
]

/**
 * Writes files with odd names below a folder of their own, which a checkout on every system could not hold.
 * @returns those that this file system took, in no special order
 */
export async function makeOddNames(folder: string): Promise<readonly OddName[]> {
  await mkdir(folder, { recursive: true })
  const made: OddName[] = []
  for (const [at, [why, name]] of names.entries()) {
    const email = `odd.name.${at}@courriel.example`
    const path = Buffer.concat([Buffer.from(`${folder}/`), name])
    if (await takes(path, `Note\n\nCourriel : ${email}\n`)) made.push({ uri: encodeName(name), why, email })
  }
  return made
}

/** Whether the file could be written: some file systems refuse some names, and that is theirs to decide. */
async function takes(path: Buffer, text: string): Promise<boolean> {
  try {
    await writeFile(path, text)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EILSEQ' || code === 'EINVAL' || code === 'ENOENT' || code === 'ENAMETOOLONG') return false
    throw error
  }
}
