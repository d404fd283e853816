import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { isNearPatient, patientWord } from './near-patient.ts'

export const medication = defineUnit({
  id: 'medication',
  version: 1,
  entityType: 'MEDICATION',
  title: 'Medicine with its dose or the way it is taken',
  sensitivity: { category: 'sensitive' },
  reference:
    'https://www.who.int/teams/health-product-and-policy-standards/inn/stembook (stems of international nonproprietary names)',
  words: {
    ...patientWord,
    drug: listed(`
      -cillin, -cilline, -cilina, -cillina, -mycin, -mycine, -micina, -statin, -statine, -statina, -prazole, -prazol, -prazolo, -sartan, -olol,
      -pril, -dipine, -dipin, -dipino, -azepam, -azolam, -oxacin, -oxacine, -floxacino, -cycline, -cyclin, -ciclina, -conazole, -conazol,
      -gliptin, -gliptine, -gliptina, -gliflozin, -gliflozine, -parin, -parine, -parina, -caine, -profen, -profène, -profeno, -coxib, -triptan,
      -setron, -tinib, -zumab, -ximab, -ciclovir, -thiazide, -tiazida, -oxetine, -oxetina, -xaban, -grelor,
      paracetamol, paracétamol, acetaminophen, doliprane, dafalgan, efferalgan, ibuprofène, nurofen, advil, aspirin, aspirine, aspirina, kardegic,
      metformin, metformine, metformina, insulin, insuline, insulina, levothyroxine, lévothyroxine, levotiroxina, levothyrox, prednisone,
      prednisolone, prednisona, cortisone, dexamethasone, morphine, morfina, tramadol, codeine, codéine, oxycodone, fentanyl, gabapentin,
      pregabalin, lyrica, diclofenac, voltaren, ketoprofène, naproxen, naproxène, spasfon, smecta, augmentin, ventolin, ventoline, salbutamol,
      furosemide, furosémide, furosemida, digoxin, digoxine, warfarin, warfarine, sintrom, plavix, clopidogrel, xarelto, eliquis, tahor, crestor,
      zoloft, sertraline, sertralina, prozac, lexomil, xanax, stilnox, zolpidem, lithium, quetiapine, risperidone, olanzapine, methotrexate,
      tamoxifen, tamoxifène, metoclopramide, domperidone, loratadine, cetirizine, allopurinol, colchicine, nitroglycerin, heparin, héparine,
      voltarene, solupred, isotretinoin, isotrétinoïne, roaccutane, propofol, midazolam, ketamine, kétamine, epinephrine, adrenaline, adrénaline,
      باراسيتامول, أموكسيسيلين, إيبوبروفين, أسبرين, إنسولين, ميتفورمين
    `),
  },
  anchors: [{ by: 'words', topics: ['drug'] }],
  examples: {
    hits: [
      'Amoxicilline 500 mg, 3 fois par jour',
      'ibuprofen 400mg tablets',
      'Paracetamol 1 g alle 6 Stunden',
      'prednisone: 20 mg/day',
    ],
    misses: ['aspirin', 'penicillin was found in 1928', 'version 2.0 of aspirin 500'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(medication, text, context)
    const found: Candidate[] = []
    for (const cue of cuesOf(scan, 'drug')) {
      const candidate = withDose(scan, scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0)
      if (candidate !== undefined) found.push(candidate)
    }
    return found
  },
})

/** 'sodique 500 mg', ': 20 mg', '(1 g)': a word of the salt or form may stand between. */
const dose =
  /(?:[ \t]{1,2}\p{L}{3,14}){0,2}[ \t]{0,2}[:,(-]?[ \t]{0,2}\d{1,5}(?:[.,]\d{1,3})?(?:[ \t]?\/[ \t]?\d{1,4})?[ \t]?(?:mg|g|µg|μg|mcg|ug|ml|ui|iu|ie|u|meq|mmol|%|cp|cps|gtt|comprimés?|gélules?|sachets?|tablets?|tabs?|capsules?|puffs?|bouffées?|tabletten?|kapseln?|comprimidos?|cápsulas?|compresse|gocce|gotas|druppels|ملغ|مغ|جم|غ)(?![\p{L}\d])(?:[ \t]?\/[ \t]?(?:kg|ml|j|jour|day|d|h|tag|día|dia|giorno|dag)(?![\p{L}\d]))?/iuy

function withDose(scan: Scan, start: number, end: number): Candidate | undefined {
  dose.lastIndex = end
  const written = dose.exec(scan.text)?.[0] ?? ''
  const canonical = scan.text
    .slice(start, end + written.length)
    .toLowerCase()
    .replace(/\s+/g, ' ')
  const whole = { start, end: end + written.length, canonical }
  if (written !== '')
    return { ...whole, ...reweigh(weigh('a name of a medicine', 0.3), 'structure', 'a dose stands behind it', 20) }
  return isNearPatient(scan, start)
    ? { ...whole, ...reweigh(weigh('a name of a medicine', 0.2), 'context', 'a word for patients stands around', 5) }
    : undefined
}
