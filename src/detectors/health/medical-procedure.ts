import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { isNearPatient, patientWord } from './near-patient.ts'

export const medicalProcedure = defineUnit({
  id: 'medical-procedure',
  version: 1,
  entityType: 'MEDICAL_PROCEDURE',
  title: 'Medical procedure by its term',
  sensitivity: { category: 'sensitive' },
  reference: 'https://www.who.int/standards/classifications/international-classification-of-health-interventions',
  words: {
    ...patientWord,
    'procedure-term': listed(`
      -ectomy, -ectomie, -ektomie, -ectomía, -plasty, -plastie, -plastik, -oplastia, -oplastica, -otomy, -otomie, -otomía, -ostomy, -ostomie,
      -scopy, -scopie, -skopie, -scopia, liposuction, liposuccion, liposucción, liposuzione, fettabsaugung, lipoaspiration, botox, botulinum toxin,
      toxine botulique, toxina botulínica, hyaluronic acid injection, injection d'acide hyaluronique, lip augmentation, augmentation des lèvres,
      breast augmentation, augmentation mammaire, breast reduction, réduction mammaire, brustvergrößerung, aumento de senos, mastoplastica,
      lifting, facelift, chemical peel, peeling chimique, laser hair removal, épilation laser, depilación láser, greffe de cheveux, hair transplant,
      implant dentaire, dental implant, implante dental, zahnimplantat, couronne dentaire, détartrage, extraction dentaire, root canal,
      dévitalisation, caesarean section, césarienne, cesárea, kaiserschnitt, coloscopie, chimiothérapie, chemotherapy, radiothérapie, radiotherapy,
      quimioterapia, radioterapia, chemotherapie, strahlentherapie, dialysis, dialyse, diálisis, hip replacement, prothèse de hanche,
      knee replacement, prothèse de genou, bypass surgery, biopsy, biopsie, biopsia, cataract surgery, fécondation in vitro, ivg
    `),
  },
  anchors: [{ by: 'words', topics: ['procedure-term'] }],
  examples: {
    hits: ['the patient had an appendectomy in May', 'Patiente opérée : rhinoplastie'],
    misses: ['endoscopy', 'appendectomy', 'ectomy of a patient'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(medicalProcedure, text, context)
    const found: Candidate[] = []
    for (const cue of cuesOf(scan, 'procedure-term')) {
      const [start, end] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
      const weighed = weigh('a term of medicine', 0.3)
      const isPatient = isNearPatient(scan, start)
      found.push({
        start,
        end,
        canonical: scan.text.slice(start, end).toLowerCase(),
        ...(isPatient ? reweigh(weighed, 'context', 'a word for patients stands around', 5) : weighed),
      })
    }
    return found
  },
})
