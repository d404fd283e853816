import type { Block } from '../blocks.ts'
import type { Clinic } from '../clinics.ts'
import type { Notes } from '../truth.ts'
import { nameOnly } from '../world.ts'

/** The letterhead of Nice. */
export function letterhead(page: Notes, clinic: Clinic): Block {
  page.is('ADDRESS', `${clinic.street}, ${clinic.town}`)
  return {
    letterhead: [
      clinic.name,
      `${clinic.street}, ${clinic.town}`,
      `Tél. ${page.is('PHONE_NUMBER', clinic.phone)} – ${page.is('EMAIL_ADDRESS', clinic.email)} – ${page.is('URL', clinic.web)}`,
      `SIRET ${page.is('FR_SIRET', clinic.ids.FR_SIRET ?? '')} – TVA intracommunautaire ${clinic.ids.VAT}`,
    ],
  }
}

/** A practitioner with title; the name is noted. */
export function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
