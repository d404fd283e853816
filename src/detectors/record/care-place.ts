import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { foldWords } from '../engine/signs.ts'
import { weigh } from '../engine/weigh.ts'
import { seenIn } from '../names/seen.ts'

/** Behind the word: 'universitaire', 'de la', 'St', and the name in capitalised words. */
const nameBehind =
  /[ \t]{1,2}(?:(?:universitaire|universitario|universitaria|university|européen|régional|général|general|central|regional|privée?|privad[oa]|civil|clínico|pédiatrique|infantil)[ ]){0,2}(?:(?:de la|de las|de los|de l['’]|del|della|dell['’]|des|de|du|di|d['’]|do|da|la|le|les|el|van|von|vom|zum|am|im|in)[ ]?){0,2}((?:(?:St|Ste|Saint|Sainte|San|Santa|Santo|Sant['’]|Sankt|Dr|Pr)\.?[ -])?(?:\p{Lu}\.[ ]?)?\p{Lu}[\p{L}\p{M}]{2,24}(?:['’-]\p{L}[\p{L}\p{M}]{1,24}){0,3}(?:[ -](?:(?:de|du|des|d['’]|la|le|del|y|e|et)[ ])?\p{Lu}[\p{L}\p{M}'’]{2,24}){0,3})/uy
/** Words that a heading or a sentence goes on with, and no name. */
const noName =
  /^(?:Service|Services|Unité|Urgences?|Consultations?|Cardiologie|Radiologie|Chirurgie|Médecine|Département|Date|Compte|Rapport|Patient|Patiente|Paciente|Monsieur|Madame|Docteur|Adresse|Tel|Tél|Téléphone|Servicio|Unidad|Fecha|Informe|Abteilung|Station|Reparto|Jour|Day|Ward|Staff|Stay|Discharge|Admission|Visit|Records?|Course|Bed|Bill|Information|The|This|Patients|Name|Number)(?!\p{L})/u

/** 'Hospital Nord, 3 rue Neuve, 75000 Montelar': the address is told, and holds the name. */
function isInAddress(scan: Scan, end: number): boolean {
  for (const seen of seenIn(scan, 'ADDRESS')) if (seen.start < end && seen.end > end) return true
  return false
}

export const carePlace = defineUnit({
  id: 'care-place',
  version: 1,
  entityType: 'ORGANIZATION',
  title: 'Hospital or clinic by its name',
  sensitivity: { category: 'simple' },
  reference: 'https://www.ecfr.gov/current/title-45/section-160.103 (health care provider)',
  words: {
    'care-place': listed(`
      hôpital, hopital, hôpitaux, hop, clinique, polyclinique, centre hospitalier, chu, chru, chr, groupe hospitalier, ehpad, hospital,
      policlínica, clínica, klinikum, krankenhaus, klinik, ospedale, policlinico, clinica, casa di cura, ziekenhuis, medisch centrum
    `),
  },
  anchors: [{ by: 'words', topics: ['care-place'] }],
  examples: {
    hits: [
      'vu à l’hôpital Courtevoie en mars',
      'HOP Valbrune',
      'trasladada al Hospital Universitario de Montelar',
      'CHU de Quimbert',
    ],
    misses: [
      'l’hôpital de jour',
      'Hôpital Service de Cardiologie',
      'the hospital was closed',
      'Hospital Discharge Summary',
    ],
  },
  *find(text: string, context: ScanContext): Iterable<Candidate> {
    const scan = scanFor(carePlace, text, context)
    for (const cue of cuesOf(scan, 'care-place')) {
      const [start, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
      nameBehind.lastIndex = to
      const [written, name] = nameBehind.exec(scan.text) ?? []
      if (written === undefined || name === undefined || noName.test(name)) continue
      const end = to + written.length
      if (isInAddress(scan, end)) continue
      const canonical = foldWords(scan.text, start, end).join(' ')
      yield { start, end, canonical, ...weigh('a name behind a word for hospitals', 0.7, 'structure') }
    }
  },
})
