import type { Detector } from '../core/finding.ts'
import { address } from './address/address.ts'
import { beNrn } from './be/nrn.ts'
import { age } from './date/age.ts'
import { dateOfBirth } from './date/date-of-birth.ts'
import { dateTime } from './date/date-time.ts'
import { deTaxId } from './de/tax-id.ts'
import { esNie } from './es/nie.ts'
import { esNif } from './es/nif.ts'
import { esNuss } from './es/nuss.ts'
import { frNir } from './fr/nir.ts'
import { frNirBoxed } from './fr/nir-boxed.ts'
import { frRpps } from './fr/rpps.ts'
import { frSiren } from './fr/siren.ts'
import { frSiret } from './fr/siret.ts'
import { ukNhs } from './gb/nhs.ts'
import { bic } from './generic/bic.ts'
import { creditCard } from './generic/credit-card.ts'
import { crypto } from './generic/crypto.ts'
import { emailAddress } from './generic/email-address.ts'
import { gpsCoordinates } from './generic/gps-coordinates.ts'
import { iban } from './generic/iban.ts'
import { ipAddress } from './generic/ip-address.ts'
import { macAddress } from './generic/mac-address.ts'
import { travelDocumentMrz } from './generic/travel-document-mrz.ts'
import { url } from './generic/url.ts'
import { itFiscalCode } from './it/fiscal-code.ts'
import { nlBsn } from './nl/bsn.ts'
import { person } from './person/person.ts'
import { phoneNumber } from './phone/phone-number.ts'
import { plPesel } from './pl/pesel.ts'
import { ptNif } from './pt/nif.ts'
import { medicalLicense } from './record/medical-license.ts'
import { patientId } from './record/patient-id.ts'
import { patientRow } from './record/patient-row.ts'
import { usDea } from './us/dea.ts'
import { usSsn } from './us/ssn.ts'

/** Every detector. Order does not matter: overlaps are resolved by evidence. */
export const detectors: readonly Detector[] = Object.freeze([
  address,
  age,
  beNrn,
  bic,
  creditCard,
  crypto,
  dateOfBirth,
  dateTime,
  deTaxId,
  emailAddress,
  esNie,
  esNif,
  esNuss,
  frNir,
  frNirBoxed,
  frRpps,
  frSiren,
  frSiret,
  gpsCoordinates,
  iban,
  ipAddress,
  itFiscalCode,
  macAddress,
  medicalLicense,
  nlBsn,
  patientId,
  patientRow,
  person,
  phoneNumber,
  plPesel,
  ptNif,
  travelDocumentMrz,
  ukNhs,
  url,
  usDea,
  usSsn,
])
