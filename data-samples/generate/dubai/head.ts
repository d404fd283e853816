import type { About, Block } from '../blocks.ts'
import type { Clinic } from '../clinics.ts'
import type { Notes } from '../truth.ts'
import { nameOnly, type World } from '../world.ts'

/** What every document of Dubai says of itself. */
export function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.dubai
  return { title, author: doctor, company: name, created, color, language: 'ar', rightToLeft: true }
}

/** The letterhead of Dubai. */
export function head(page: Notes, clinic: Clinic): Block {
  return {
    letterhead: [
      clinic.name,
      `${clinic.street}، ${clinic.town}`,
      `هاتف: ${page.is('PHONE_NUMBER', clinic.phone)} – ${page.is('EMAIL_ADDRESS', clinic.email)} – ${page.is('URL', clinic.web)}`,
      `الرقم الضريبي: ${clinic.ids.TRN}`,
    ],
  }
}

/** A practitioner with title; the name is noted. */
export function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}
