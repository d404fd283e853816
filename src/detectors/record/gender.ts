import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

export const gender = defineUnit({
  id: 'gender',
  version: 1,
  entityType: 'GENDER',
  title: 'Sex or gender behind its label',
  sensitivity: { category: 'simple' },
  reference: 'https://www.iso.org/standard/81682.html (ISO/IEC 5218)',
  words: {
    'gender-label': listed(
      'sex, gender, sexe, genre, geschlecht, sexo, género, sesso, genere, gênero, geslacht, patient sex, الجنس, النوع',
    ),
  },
  anchors: [{ by: 'words', topics: ['gender-label'] }],
  examples: {
    hits: ['Sexe : F', 'Gender: female', 'Geschlecht: männlich', 'Sexo: V', 'الجنس: أنثى', '"sex": "M"'],
    misses: ['sexe', 'gender equality', 'Sex: yes', 'genre : roman'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(gender, text, context)
    const found: Candidate[] = []
    for (const cue of cuesOf(scan, 'gender-label')) {
      value.lastIndex = scan.cueEnd[cue] ?? 0
      const [whole, written] = value.exec(scan.text) ?? []
      if (whole === undefined || written === undefined) continue
      const end = value.lastIndex
      found.push({
        start: end - written.length,
        end,
        canonical: written.toLowerCase(),
        ...weigh('gender behind its label', 0.88, 'label'),
      })
    }
    return found
  },
})

const value =
  /["'\])]{0,2}[ \t]{0,4}(?:\([MFHWVDmfhwvd/]{1,7}\)[ \t]{0,2})?[:=|>][ \t]{0,6}["']?((?:fe)?male|man|woman|other|féminin|masculin|homme|femme|männlich|weiblich|divers|hombre|mujer|varón|femenino|masculino|uomo|donna|maschile|femminile|maschio|femmina|homem|mulher|feminino|man|vrouw|mannelijk|vrouwelijk|ذكر|أنثى|انثى|[MFHWVDX])(?![\p{L}\d])/iuy
