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
const longest = 9
const rootSet = new Set(roots)
const endingSet = new Set(endings)
/** Hashes of the first three letters of roots and the last three of endings: most words end here. */
const starts = new Set(roots.map((root) => packed(root.slice(0, 3))))
const ends = new Set(endings.map((ending) => packed(ending.slice(-3))))

/** How many words of the first `characters` of a text are made of the roots and endings of medicine. */
export function countMedicalWords(text: string, characters: number): number {
  const codes = codesOf(text)
  const end = Math.min(text.length, characters)
  let count = 0
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
    if (
      letters > 5 &&
      ((starts.has(first) && hasRoot(codes, start, at)) || (ends.has(last) && hasEnding(codes, start, at)))
    )
      count += 1
  }
  return count
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
