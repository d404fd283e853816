import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Made up; what is personal in it must turn up in no message. */
export const secrets = [
  'Marguerite Delorme',
  'marguerite.delorme@courriel.example',
  'DE89 3704 0044 0532 0130 00',
] as const

const invoice = [
  'INVOICE No. 2024-0117',
  'Date: 5 March 2024',
  `Bill to: Mrs ${secrets[0]}, ${secrets[1]}`,
  'Consultation  1  80.00 EUR',
  'Total due: 80.00 EUR',
  `IBAN ${secrets[2]}`,
].join('\n')

/** Six files: an invoice and its copy, a note, one in a folder named after a person, a cut picture, noise. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'invoice.txt': invoice,
  'copy of invoice.txt': invoice,
  'note.txt': 'Nothing here but the opening hours: Monday to Friday, nine to five.',
  'patients/Mrs Marguerite Delorme/letter.txt': `Dear Mrs ${secrets[0]},\nyour appointment is on 5 March 2024.\n`,
  'cut.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2),
  'noise.bin': Uint8Array.from({ length: 600 }, (_, at) => (at * 151 + (at >> 3) * 89) % 256),
}

/** Writes a small dump into a folder, which is made. */
export function makeSmallDump(folder: string): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}
