import type { Words } from '../engine/lexicon.ts'
import { listed } from '../engine/lexicon.ts'

/** Labels of the number under which a patient, a stay or a file is kept. */
export const patientIdWords: Words = Object.freeze({
  'patient-id': listed(`
    ipp, i.p.p, nip, iep, nda, n.d.a, n° dossier, n° de dossier, numéro de dossier, dossier n°, dossier patient,
    dossier médical n°, n° patient, numéro patient, numéro de patient, patient n°, id patient, identifiant patient,
    n° identification patient, numéro identification patient, identifiant permanent, numéro d'identification, numéro
    d'identification patient, n° d'identification, numéro de séjour, n° de séjour, n° séjour, numéro de visite, n°
    de la visite, n° de visite, visite dossier, n° d'admission, n° id, numéro d'admission, numéro ipp, n° ipp,
    numéro de venue, code patient, ip, mrn, medical record number, medical record no, medical record, patient id,
    patient identifier, patient number, patient no, patient #, chart number, chart no, hospital number, hospital no,
    encounter id, encounter number, account number patient, subject id, unit number, case number, case no, admission
    number, patientid, nhc, n.h.c, número de historia clínica, nº historia clínica, nº de historia clínica, historia
    clínica nº, nº historia, nº de historia, historia clínica, nuhsa, sip, tarjeta sanitaria, número de
    paciente, nº paciente, id paciente, episodio, nº episodio, número de episodio, nº expediente, número de
    expediente, expediente, patienten nr, patientennr, patientennummer, patienten id, patientenid, pat.-nr, pat nr,
    pat id, fallnummer, fall nr, fallnr, aufnahmenummer, aufnahme nr, aktenzeichen, numero paziente, n. paziente,
    codice paziente, id paziente, cartella clinica, n. cartella, cartella n., numero cartella, cartella clinica n.,
    nosologico, numero nosologico, número do processo, nº do processo, processo nº, processo clínico, nº processo,
    número de utente, nº de utente, nº utente, utente nº, número do paciente, número do utente, prontuário,
    prontuário nº, sns, nº sns, patiëntnummer, patientnummer, patiënt nr, patiëntnr, patient nr, dossiernummer,
    dossier nr, behandelnummer, opnamenummer, رقم الملف, رقم الملف الطبي, رقم المريض, رقم السجل, رقم السجل الطبي,
    الرقم الطبي, رقم الحالة
  `),
  'patient-word': listed(`
    patient, patiente, paciente, paziente, patiënt, patientin, patienten, utente, née, né, ipp, nda, nhc, mrn, hôpital, hospital, ospedale, krankenhaus,
    ziekenhuis, clinique, clínica, clinic, klinik, consultation, médecin, doctor, arzt, médico, medico, dr, pr, surgery, chirurgie, défunt, مريض, المريض
  `),
  'patient-id-weak': listed(`
    id, identification, identifiant, dossier, visite, séjour, patient, patiente, paciente, paziente, patiënt,
    patientin, admission, encounter, visit, stay, numéro, référence patient, expediente, venue, cipa, cip
  `),
})

/** Labels of the number under which a practitioner is registered. */
export const practitionerIdWords: Words = Object.freeze({
  'practitioner-id': listed(`
    adeli, n° adeli, numéro adeli, numéro d'ordre, n° d'ordre, finess, n° finess, am, nº col, n° col, nºcol, núm.
    col, num col, colegiado, nº colegiado, nº de colegiado, número de colegiado, colegiada nº, col. nº, colegiado
    nº, medical license, medical license number, license number, licence number, license no,  dea
    no, npi, gmc, gmc number, gmc no, lanr, arztnummer, arzt nr, lebenslange arztnummer, ordine dei medici n.,
    iscrizione all'ordine, ordem dos médicos, cédula profissional, crm, big nummer, big-registratie, agb code, رقم
    الترخيص, رقم رخصة الطبيب
  `),
})
