import { codesOf } from './text/codes.ts'
import { foldCode, foldTable, foldTableEnd, separator, silent } from './text/fold.ts'

/**
 * Greek and Latin roots of medicine, without accents, as they begin words in the Romance and Germanic languages. A root
 * counts in words at least two letters longer.
 */
const roots =
  `aden angio anticoagul arthr artro artri bronch bronqu broncop carcino cardia cardio cardiaq cephal cefal cerebr
  chimio chemother quimio chole colecist colonos crani cyst dermat dermo electroly endosc enceph encef epigastr eryth eritr eritem
  fibro gastr gluco gluko glyc glic gynec ginec hemat haemat hamato emato hemoglob hamoglob emoglob hepat epati hyperte hyperp
  hyperk hyperg hypert hypop hypot hypok hypog hypoc iperte iperp iperg ipote ipop ipog hiperte hiperp hiperg hipote hipog
  hister hyster histopat histolog immuno inmuno isch isquem laparo leuco leuko lymph linf mammo mening metasta myo mioc mioma necro necrot
  nephr nefr neuro neura oedem edema ophtal ophthalm oftalm orthop ortop osteo ostei ovari pancrea parenchy parenqu patolog patholog pelvi
  periton pharyng faring phleb fleb pleur pneum post oper postoper prostat psych psiqu psicot pulmon polmon radiol radiogr radiot renal
  rinit rino rhin scoli sepsi septic splen stenos symptom sintom syndrom sindrom tachy taquic thorac torac thromb tromb thyro tiroi tomogra
  tomod trache tumor tumef ureter uretr urolog uter vascul venos veneux ventric vertebr`.split(/\s+/)
const endings =
  `itis itide ectomie ectomia ectomy plastie plastia plasty scopie scopia scopy pathie patia pathy algie algia emie
  emia aemia urie uria plegia plegie osis`.split(/\s+/)

const shortest = 3
const shortestWord = 6
const longest = 9
const rootSet = new Set(roots)
const endingSet = new Set(endings)
/** Hashes of the first three letters of roots and the last three of endings: most words end here. */
const starts = new Set(roots.map((root) => packed(root.slice(0, 3))))
const ends = new Set(endings.map((ending) => packed(ending.slice(-3))))

/**
 * Endings of the international nonproprietary names of medicines (WHO, stems in the selection of INN), with the vowels
 * that languages add to them.
 */
const stems =
  `cillin cilline cillina mycin mycine micina mycine olol ololo pril prile sartan sartane sartana statin statine statina
  prazol prazole prazolo conazol conazole conazolo nidazol nidazole nidazolo oxacin oxacine oxacino oxacina cyclin cycline ciclina
  cyclin dipin dipine dipino dipina formin formine formina profen profene profeno fenac fenaco cetamol cetamolo codein codeine codeina
  setron triptan xaban thiazid thiazide tiazida semid semide semida solone solon sona terol tropium kast dronat dronate dronato parin
  parine parina coxib oxetin oxetine oxetina tralin traline tralina opram zepam zolam zepin zepine pidem lukast gliptin gliptine
  gliptina glutid ciclovir tidin tidine tidina barbital gabalin tinib grastim fibrat fibrate oxina oxine cromon phyllin phylline
  steron sterone oxyl floxacin vastatin thyroxin thyroxine tiroxina clopramid clopramide azepam piperidon methason methasone metasona
  cortison cortisone`.split(/\s+/)
/** Commonest medicines whose names end in none of the stems. */
const medicines =
  `paracetamol acetaminophen ibuprofen aspirin aspirine aspirina doliprane dafalgan metamizol novalgin nolotil dipirona
  levothyrox eutirox insulin insuline insulina augmentin nitroglycerin warfarin prednison prednisone prednisona prednisolon cetirizin
  cetirizine loratadin loratadina furosemid furosemide lasix clopidogrel metoclopramid tramadol morphin morphine morfina salbutamol
  albuterol ventolin ramipril bisoprolol amlodipin xanax lexomil spasfon gaviscon smecta chlorhexidin chlorhexidine clorexidina
  clorhexidina colecalciferol meclizine`.split(/\s+/)

const stemSet = new Set(stems)
const medicineSet = new Set(medicines)
const stemEnds = new Set([...stems, ...medicines].map((stem) => packed(stem.slice(-3))))

/** What {@link countMedicalWords} counts. */
export interface MedicalWords {
  readonly clinical: number
  /** Names of medicines. */
  readonly medicines: number
}

/** How many words of the first `characters` of a text are made of the roots of medicine, and how many name medicines. */
export function countMedicalWords(text: string, characters: number): MedicalWords {
  const codes = codesOf(text)
  const end = Math.min(text.length, characters)
  let clinical = 0
  let medicines = 0
  for (let at = 0; at < end; at += 1) {
    let letters = 0
    let first = 0
    let last = 0
    const start = at
    for (; at < end; at += 1) {
      const code = codes[at] as number
      const folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)
      if (folded === separator) break
      if (folded === silent) continue
      letters += 1
      last = ((last << 8) | (folded & 0xff)) & 0xffffff
      if (letters === 3) first = last
    }
    if (letters < shortestWord) continue
    if ((starts.has(first) && hasRoot(codes, start, at)) || (ends.has(last) && hasEnding(codes, start, at)))
      clinical += 1
    if (stemEnds.has(last) && isMedicine(codes, start, at)) medicines += 1
  }
  return { clinical, medicines }
}

function packed(letters: string): number {
  let out = 0
  for (let at = 0; at < letters.length; at += 1) out = ((out << 8) | (letters.charCodeAt(at) & 0xff)) & 0xffffff
  return out
}

function hasRoot(codes: Uint16Array, start: number, end: number): boolean {
  const word = foldedWord(codes, start, end)
  for (let length = shortest; length <= longest && length <= word.length - 2; length += 1)
    if (rootSet.has(word.slice(0, length))) return true
  return false
}

const longestStem = 8

function isMedicine(codes: Uint16Array, start: number, end: number): boolean {
  const word = foldedWord(codes, start, end)
  if (medicineSet.has(word)) return true
  for (let length = shortest; length <= longestStem && length < word.length - 1; length += 1)
    if (stemSet.has(word.slice(-length))) return true
  return false
}

function hasEnding(codes: Uint16Array, start: number, end: number): boolean {
  const word = foldedWord(codes, start, end)
  for (let length = shortest; length <= longest && length < word.length - 2; length += 1)
    if (endingSet.has(word.slice(-length))) return true
  return false
}

function foldedWord(codes: Uint16Array, start: number, end: number): string {
  let word = ''
  for (let at = start; at < end; at += 1) {
    const folded = foldCode(codes[at] as number)
    if (folded > silent) word += String.fromCharCode(folded)
  }
  return word
}
