import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { de, en, es, Faker, fr } from '@faker-js/faker'

/** How large a made-up dump is. The same seed and count give the same bytes. */
export interface DumpSize {
  readonly files: number
  readonly seed?: number
}

/** Files of one folder: a bucket's listing is broad and shallow. */
const filesPerFolder = 500

/**
 * Sizes of small text files, in characters, with their shares: notes and messages of a few lines, short letters and
 * invoices, now and then a page.
 */
const sizeMix = [
  { share: 0.55, least: 80, most: 400 },
  { share: 0.33, least: 400, most: 900 },
  { share: 0.12, least: 900, most: 2_500 },
] as const

/** Writes small text files: prose, invoices, logs and tables, in four languages. Returns files and bytes. */
export function makeDump(
  folder: string,
  { files, seed = 1 }: DumpSize,
): { readonly files: number; readonly bytes: number } {
  const texts = makeTexts(seed, 2_000)
  let bytes = 0
  for (let index = 0; index < files; index += 1) {
    const below = join(folder, String(Math.floor(index / filesPerFolder)).padStart(4, '0'))
    if (index % filesPerFolder === 0) mkdirSync(below, { recursive: true })
    const text = `${index}\n${texts[(index * 7919) % texts.length] ?? ''}`
    bytes += Buffer.byteLength(text)
    writeFileSync(join(below, `${String(index).padStart(7, '0')}.txt`), text)
  }
  return { files, bytes }
}

/** What the texts take for today: dates must not move on from run to run. */
const today = '2025-06-15T12:00:00Z'

/** Made-up texts of the mix. */
export function makeTexts(seed: number, count: number): readonly string[] {
  const fakers = [fr, en, de, es].map((locale) => new Faker({ locale: [locale, en], seed }))
  for (const faker of fakers) faker.setDefaultRefDate(today)
  const random = fakers[1] as Faker
  return Array.from({ length: count }, (_, index) => {
    const faker = fakers[index % fakers.length] as Faker
    const length = sizeOf(random)
    const make = makers[index % makers.length] ?? prose
    let text = ''
    while (text.length < length) text += make(faker)
    return text.slice(0, length)
  })
}

/** What the files are, in turn. */
const makers = [prose, invoice, prose, log, prose, table, prose, prose]

function sizeOf(faker: Faker): number {
  let at = faker.number.float()
  for (const { share, least, most } of sizeMix) {
    if (at < share) return faker.number.int({ min: least, max: most })
    at -= share
  }
  return 1_000
}

function prose(faker: Faker): string {
  const sentence = () => faker.word.words({ count: { min: 6, max: 18 } })
  const lines = Array.from({ length: 5 }, () => `${sentence()}.`)
  if (faker.number.float() < 0.3)
    lines.push(`${faker.person.fullName()}, ${faker.internet.email()}, ${faker.phone.number()}`)
  return `${lines.join(' ')}\n`
}

function invoice(faker: Faker): string {
  const lines = Array.from(
    { length: 4 },
    () => `${faker.commerce.productName().padEnd(40)} ${faker.commerce.price().padStart(10)} EUR`,
  )
  return [
    `${faker.company.name()}\n${faker.location.streetAddress()}\n${faker.location.zipCode()} ${faker.location.city()}`,
    `Facture n° ${faker.number.int({ min: 1_000, max: 99_999 })} du ${faker.date.past().toLocaleDateString('fr-FR')}`,
    `Patient : ${faker.person.fullName()}`,
    ...lines,
    `Total TTC ${faker.commerce.price()} EUR`,
    `IBAN ${faker.finance.iban({ formatted: true })}\n`,
  ].join('\n')
}

function log(faker: Faker): string {
  const line = () =>
    `${faker.date.past().toISOString()} INFO [${faker.number.int(99_999)}] GET /api/${faker.string.hexadecimal({ length: 16 })} 200 ${faker.number.int(9_999)}ms`
  return `${Array.from({ length: 6 }, line).join('\n')}\n`
}

function table(faker: Faker): string {
  return `${Array.from({ length: 6 }, () => Array.from({ length: 8 }, () => faker.number.float({ max: 1_000, fractionDigits: 2 })).join(';')).join('\n')}\n`
}
