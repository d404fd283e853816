import type { About, Block } from '../blocks.ts'
import type { Clinic } from '../clinics.ts'
import type { Notes } from '../truth.ts'
import { nameOnly, type World } from '../world.ts'

/** What every document of Freiburg says of itself. */
export function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.freiburg
  return { title, author: doctor, company: name, created, color, language: 'de' }
}

/** The letterhead of Freiburg. */
export function head(page: Notes, clinic: Clinic): Block {
  page.is('ADDRESS', `${clinic.street}, ${clinic.town}`)
  return {
    letterhead: [
      clinic.name,
      `${doctor(page, clinic.doctor)} · ${clinic.second}`,
      `${clinic.street}, ${clinic.town}`,
      `Telefon ${page.is('PHONE_NUMBER', clinic.phone)} · ${page.is('EMAIL_ADDRESS', clinic.email)} · ${page.is('URL', clinic.web)}`,
    ],
  }
}

/** A practitioner with title; the name is noted. */
export function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}
