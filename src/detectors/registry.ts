import type { Detector } from '../core/finding.ts'
import { address } from './address/address.ts'
import { aeEmiratesId } from './ae/emirates-id.ts'
import { atSvnr } from './at/svnr.ts'
import { atTaxNumber } from './at/tax-number.ts'
import { auAbn } from './au/abn.ts'
import { auAcn } from './au/acn.ts'
import { auIhi } from './au/ihi.ts'
import { auMedicare } from './au/medicare.ts'
import { auTfn } from './au/tfn.ts'
import { beEnterpriseNumber } from './be/enterprise-number.ts'
import { beInami } from './be/inami.ts'
import { beNrn } from './be/nrn.ts'
import { bhCpr } from './bh/cpr.ts'
import { brCnh } from './br/cnh.ts'
import { brCnpj } from './br/cnpj.ts'
import { brCns } from './br/cns.ts'
import { brCpf } from './br/cpf.ts'
import { brPis } from './br/pis.ts'
import { brTituloEleitor } from './br/titulo-eleitor.ts'
import { caHealthNumber } from './ca/health-number.ts'
import { caSin } from './ca/sin.ts'
import { chAhv } from './ch/ahv.ts'
import { chUid } from './ch/uid.ts'
import { cnResidentId } from './cn/resident-id.ts'
import { cnSocialCredit } from './cn/social-credit.ts'
import { age } from './date/age.ts'
import { dateOfBirth } from './date/date-of-birth.ts'
import { dateTime } from './date/date-time.ts'
import { deBsnr } from './de/bsnr.ts'
import { deDrivingLicence } from './de/driving-licence.ts'
import { deHandelsregister } from './de/handelsregister.ts'
import { deIdCard } from './de/id-card.ts'
import { deHealthInsurance } from './de/kvnr.ts'
import { deLanr } from './de/lanr.ts'
import { dePassport } from './de/passport.ts'
import { dePlz } from './de/plz.ts'
import { deSocialSecurity } from './de/social-security.ts'
import { deTaxId } from './de/tax-id.ts'
import { deTaxNumber } from './de/tax-number.ts'
import { deVat } from './de/vat.ts'
import { deVehicleRegistration } from './de/vehicle-registration.ts'
import { dkCpr } from './dk/cpr.ts'
import { dzNif } from './dz/nif.ts'
import { dzNin } from './dz/nin.ts'
import { dzSocialSecurity } from './dz/social-security.ts'
import { egNationalId } from './eg/national-id.ts'
import { esCif } from './es/cif.ts'
import { esCip } from './es/cip.ts'
import { esNie } from './es/nie.ts'
import { esNif } from './es/nif.ts'
import { esNuss } from './es/nuss.ts'
import { esPassport } from './es/passport.ts'
import { esVehicleRegistration } from './es/vehicle-registration.ts'
import { fiBusinessId } from './fi/business-id.ts'
import { fiHetu } from './fi/hetu.ts'
import { frAdeli } from './fr/adeli.ts'
import { frCcam } from './fr/ccam.ts'
import { frCni } from './fr/cni.ts'
import { frDriverLicense } from './fr/driver-license.ts'
import { frFiness } from './fr/finess.ts'
import { frIne } from './fr/ine.ts'
import { frLicensePlate } from './fr/license-plate.ts'
import { frNir } from './fr/nir.ts'
import { frNirBoxed } from './fr/nir-boxed.ts'
import { frPassport } from './fr/passport.ts'
import { frRib } from './fr/rib.ts'
import { frRpps } from './fr/rpps.ts'
import { frSiren } from './fr/siren.ts'
import { frSiret } from './fr/siret.ts'
import { frTaxNumber } from './fr/tax-number.ts'
import { frVat } from './fr/vat.ts'
import { ukChi } from './gb/chi.ts'
import { ukDrivingLicence } from './gb/driving-licence.ts'
import { ukNhs } from './gb/nhs.ts'
import { ukNino } from './gb/nino.ts'
import { ukPassport } from './gb/passport.ts'
import { ukPostcode } from './gb/postcode.ts'
import { ukUtr } from './gb/utr.ts'
import { ukVehicleRegistration } from './gb/vehicle-registration.ts'
import { bic } from './generic/bic.ts'
import { creditCard } from './generic/credit-card.ts'
import { crypto } from './generic/crypto.ts'
import { driverLicense } from './generic/driver-license.ts'
import { ehic } from './generic/ehic.ts'
import { emailAddress } from './generic/email-address.ts'
import { euVat } from './generic/eu-vat.ts'
import { gpsCoordinates } from './generic/gps-coordinates.ts'
import { healthInsurance } from './generic/health-insurance.ts'
import { iban } from './generic/iban.ts'
import { ipAddress } from './generic/ip-address.ts'
import { licensePlate } from './generic/license-plate.ts'
import { macAddress } from './generic/mac-address.ts'
import { passport } from './generic/passport.ts'
import { spelledEmail } from './generic/spelled-email.ts'
import { travelDocumentMrz } from './generic/travel-document-mrz.ts'
import { url } from './generic/url.ts'
import { vin } from './generic/vin.ts'
import { diagnosis } from './health/diagnosis.ts'
import { icd10 } from './health/icd10.ts'
import { medicalProcedure } from './health/medical-procedure.ts'
import { medication } from './health/medication.ts'
import { procedureLabel } from './health/procedure-label.ts'
import { iePps } from './ie/pps.ts'
import { ilId } from './il/id.ts'
import { inAadhaar } from './in/aadhaar.ts'
import { inAbha } from './in/abha.ts'
import { inGstin } from './in/gstin.ts'
import { inPan } from './in/pan.ts'
import { inPassport } from './in/passport.ts'
import { inVehicleRegistration } from './in/vehicle-registration.ts'
import { inVoter } from './in/voter.ts'
import { isKennitala } from './is/kennitala.ts'
import { itDriverLicense } from './it/driver-license.ts'
import { itFiscalCode } from './it/fiscal-code.ts'
import { itIdentityCard } from './it/identity-card.ts'
import { itPassport } from './it/passport.ts'
import { itVat } from './it/vat.ts'
import { itVehicleRegistration } from './it/vehicle-registration.ts'
import { jpMyNumber } from './jp/my-number.ts'
import { jpPensionNumber } from './jp/pension-number.ts'
import { jpResidenceCard } from './jp/residence-card.ts'
import { krBrn } from './kr/brn.ts'
import { krDriverLicense } from './kr/driver-license.ts'
import { krFrn } from './kr/frn.ts'
import { krPassport } from './kr/passport.ts'
import { krRrn } from './kr/rrn.ts'
import { kwCivilId } from './kw/civil-id.ts'
import { maCin } from './ma/cin.ts'
import { maCnss } from './ma/cnss.ts'
import { maIce } from './ma/ice.ts'
import { mxClaveElector } from './mx/clave-elector.ts'
import { mxCurp } from './mx/curp.ts'
import { mxNss } from './mx/nss.ts'
import { mxRfc } from './mx/rfc.ts'
import { personSeen } from './names/person-seen.ts'
import { addressSeen, locationSeen, organizationSeen } from './names/place-seen.ts'
import { ngNin } from './ng/nin.ts'
import { ngVehicleRegistration } from './ng/vehicle-registration.ts'
import { nlBsn } from './nl/bsn.ts'
import { nlPassport } from './nl/passport.ts'
import { nlVehicleRegistration } from './nl/vehicle-registration.ts'
import { noFodselsnummer } from './no/fodselsnummer.ts'
import { noOrgnr } from './no/orgnr.ts'
import { omCivilId } from './om/civil-id.ts'
import { person } from './person/person.ts'
import { phTin } from './ph/tin.ts'
import { phMobile } from './phone/ph-mobile.ts'
import { phoneNumber } from './phone/phone-number.ts'
import { trPhone } from './phone/tr-phone.ts'
import { plIdCard } from './pl/id-card.ts'
import { plNip } from './pl/nip.ts'
import { plPassport } from './pl/passport.ts'
import { plPesel } from './pl/pesel.ts'
import { plPwz } from './pl/pwz.ts'
import { plRegon } from './pl/regon.ts'
import { ptCitizenCard } from './pt/citizen-card.ts'
import { ptNif } from './pt/nif.ts'
import { ptNiss } from './pt/niss.ts'
import { ptUtente } from './pt/utente.ts'
import { qaQid } from './qa/qid.ts'
import { carePlace } from './record/care-place.ts'
import { deviceSerial } from './record/device-serial.ts'
import { gender } from './record/gender.ts'
import { medicalLicense } from './record/medical-license.ts'
import { patientId } from './record/patient-id.ts'
import { patientRow } from './record/patient-row.ts'
import { saNationalId } from './sa/national-id.ts'
import { seOrgnr } from './se/orgnr.ts'
import { sePersonnummer } from './se/personnummer.ts'
import { apiKey } from './secret/api-key.ts'
import { connectionString } from './secret/connection-string.ts'
import { password } from './secret/password.ts'
import { passwordHash } from './secret/password-hash.ts'
import { privateKey } from './secret/private-key.ts'
import { sgNric } from './sg/nric.ts'
import { sgUen } from './sg/uen.ts'
import { thTnin } from './th/tnin.ts'
import { tnCin } from './tn/cin.ts'
import { tnCnss } from './tn/cnss.ts'
import { tnMatriculeFiscal } from './tn/matricule-fiscal.ts'
import { trLicensePlate } from './tr/license-plate.ts'
import { trNationalId } from './tr/national-id.ts'
import { trTaxNumber } from './tr/tax-number.ts'
import { usAba } from './us/aba.ts'
import { usBankNumber } from './us/bank-number.ts'
import { usCpt } from './us/cpt.ts'
import { usDea } from './us/dea.ts'
import { usDriverLicense } from './us/driver-license.ts'
import { usEin } from './us/ein.ts'
import { usItin } from './us/itin.ts'
import { usMbi } from './us/mbi.ts'
import { usNpi } from './us/npi.ts'
import { usPassport } from './us/passport.ts'
import { usSsn } from './us/ssn.ts'
import { zaId } from './za/id.ts'
import { zaTaxNumber } from './za/tax-number.ts'

/** Every detector. Order does not matter: overlaps are resolved by evidence. */
export const detectors: readonly Detector[] = Object.freeze([
  address,
  addressSeen,
  aeEmiratesId,
  age,
  apiKey,
  atSvnr,
  auAbn,
  auAcn,
  auMedicare,
  auTfn,
  beEnterpriseNumber,
  beNrn,
  bhCpr,
  bic,
  brCnpj,
  brCns,
  brCpf,
  brPis,
  caHealthNumber,
  caSin,
  chAhv,
  chUid,
  cnResidentId,
  cnSocialCredit,
  connectionString,
  creditCard,
  crypto,
  dateOfBirth,
  dateTime,
  deBsnr,
  deDrivingLicence,
  deHandelsregister,
  deHealthInsurance,
  deIdCard,
  deLanr,
  dePassport,
  dePlz,
  deSocialSecurity,
  deTaxId,
  deTaxNumber,
  deVat,
  deVehicleRegistration,
  deviceSerial,
  diagnosis,
  dkCpr,
  driverLicense,
  dzNin,
  dzSocialSecurity,
  egNationalId,
  emailAddress,
  esCif,
  esNie,
  esNif,
  esNuss,
  esPassport,
  esVehicleRegistration,
  euVat,
  fiBusinessId,
  fiHetu,
  frAdeli,
  frCcam,
  frCni,
  frDriverLicense,
  frFiness,
  frIne,
  frLicensePlate,
  frNir,
  frNirBoxed,
  frPassport,
  frRib,
  frRpps,
  frSiren,
  frSiret,
  frTaxNumber,
  frVat,
  gender,
  gpsCoordinates,
  healthInsurance,
  iban,
  icd10,
  iePps,
  ilId,
  inAadhaar,
  inGstin,
  inPan,
  inPassport,
  inVehicleRegistration,
  inVoter,
  ipAddress,
  isKennitala,
  itDriverLicense,
  itFiscalCode,
  itIdentityCard,
  itPassport,
  itVat,
  itVehicleRegistration,
  jpMyNumber,
  krBrn,
  krDriverLicense,
  krFrn,
  krPassport,
  krRrn,
  kwCivilId,
  licensePlate,
  maCin,
  maCnss,
  macAddress,
  locationSeen,
  medicalLicense,
  medicalProcedure,
  medication,
  mxCurp,
  mxNss,
  mxRfc,
  ngNin,
  ngVehicleRegistration,
  nlBsn,
  nlPassport,
  nlVehicleRegistration,
  noFodselsnummer,
  noOrgnr,
  omCivilId,
  organizationSeen,
  passport,
  password,
  passwordHash,
  patientId,
  patientRow,
  person,
  personSeen,
  phMobile,
  phTin,
  phoneNumber,
  plIdCard,
  plNip,
  plPassport,
  plPesel,
  plRegon,
  privateKey,
  procedureLabel,
  ptCitizenCard,
  ptNif,
  ptNiss,
  qaQid,
  saNationalId,
  seOrgnr,
  sePersonnummer,
  sgNric,
  sgUen,
  spelledEmail,
  thTnin,
  tnCin,
  tnMatriculeFiscal,
  trLicensePlate,
  trNationalId,
  trPhone,
  travelDocumentMrz,
  ukChi,
  ukDrivingLicence,
  ukNhs,
  ukNino,
  ukPassport,
  ukPostcode,
  ukUtr,
  ukVehicleRegistration,
  url,
  usAba,
  usBankNumber,
  usCpt,
  usDea,
  usDriverLicense,
  usEin,
  usItin,
  usMbi,
  usNpi,
  usPassport,
  usSsn,
  vin,
  zaId,
  atTaxNumber,
  auIhi,
  trTaxNumber,
  zaTaxNumber,
  brCnh,
  brTituloEleitor,
  plPwz,
  beInami,
  maIce,
  dzNif,
  tnCnss,
  ptUtente,
  jpResidenceCard,
  jpPensionNumber,
  inAbha,
  mxClaveElector,
  esCip,
  ehic,
  carePlace,
])
