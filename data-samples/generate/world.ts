import type { Clinics } from './clinics.ts'
import type { People, Person } from './people.ts'
import type { Random } from './random.ts'
import type { Studio } from './studio.ts'
import type { Notes } from './truth.ts'

/** What every part of the dump is made from. */
export interface World {
  readonly people: People
  readonly clinics: Clinics
  readonly random: Random
  readonly studio: Studio
}

/** How a country writes an amount of cents. French and Arabic ones keep their parts together with no-break spaces. */
export const money = {
  fr: (cents: number) => `${grouped(cents, '\u00a0', ',')}\u00a0€`,
  de: (cents: number) => `${grouped(cents, '.', ',')} €`,
  es: (cents: number) => `${grouped(cents, '.', ',')} €`,
  it: (cents: number) => `€ ${grouped(cents, '.', ',')}`,
  en: (cents: number) => `£${grouped(cents, ',', '.')}`,
  us: (cents: number) => `$${grouped(cents, ',', '.')}`,
  ar: (cents: number) => `${grouped(cents, ',', '.')}\u00a0درهم`,
} as const

/** An amount as fields store it: `1234.50`. */
export function plain(cents: number): string {
  return (cents / 100).toFixed(2)
}

function grouped(cents: number, gap: string, point: string): string {
  const [whole = '', rest = ''] = plain(Math.abs(cents)).split('.')
  return `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, gap)}${point}${rest}`
}

/** One line of an invoice or quote: what, how often, cents each. */
export type Item = readonly [string, number, number]

/** Rows of a table and the sums of an invoice or quote. Tax is reckoned on the sum, rounded to the cent. */
export function reckon(items: readonly Item[], style: (cents: number) => string, taxPercent: number) {
  const net = items.reduce((sum, [, count, cents]) => sum + count * cents, 0)
  const tax = Math.round((net * taxPercent) / 100)
  const rows = items.map(([what, count, cents]) => [what, String(count), style(cents), style(count * cents)])
  return { rows, net, tax, total: net + tax }
}

/** A practitioner's name without title. */
export function nameOnly(doctor: string): string {
  return doctor.replace(/^(?:(?:Dr\.?|Dra\.|Mr|Dott\.ssa|Dott\.|med\.|dent\.|د\.)\s+)+/u, '')
}

/** Name, street and town as the lines of an address field, each noted. */
export function addressLines(page: Notes, person: Person, title = ''): string[] {
  page.is('PERSON', person.name)
  page.is('ADDRESS', `${person.street}, ${person.town}`)
  return [`${title}${person.name}`, person.street, person.town]
}
