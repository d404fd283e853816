import { amountTerms } from './amounts.ts'
import { clinicalTerms } from './clinical.ts'
import { consentTerms } from './consents.ts'
import { elsewhereTerms } from './elsewhere.ts'
import { firmTerms } from './firms.ts'
import { identityTerms } from './identity.ts'
import { invoiceTerms } from './invoices.ts'
import { peopleTerms } from './people.ts'
import { planTerms } from './plans.ts'
import { prescriptionTerms } from './prescriptions.ts'
import { procedureTerms } from './procedures.ts'
import { publicationTerms } from './publications.ts'
import { reportTerms } from './reports.ts'
import { structuredTerms } from './structured.ts'

/** Every term that is looked for, by what it shows. */
export const vocabulary = Object.freeze({
  ...invoiceTerms,
  ...amountTerms,
  ...planTerms,
  ...peopleTerms,
  ...reportTerms,
  ...clinicalTerms,
  ...prescriptionTerms,
  ...consentTerms,
  ...identityTerms,
  ...elsewhereTerms,
  ...publicationTerms,
  ...procedureTerms,
  ...structuredTerms,
  ...firmTerms,
})

/** What a term shows: the title of an invoice, the label of a birth date, a clinical word. */
export type Feature = keyof typeof vocabulary

/** All features, in a fixed order. */
export const features = Object.freeze(Object.keys(vocabulary)) as readonly Feature[]

/** The classes of documents that are no record kind. */
export const elsewhere = Object.freeze(Object.keys({ ...elsewhereTerms, ...publicationTerms })) as readonly Feature[]
