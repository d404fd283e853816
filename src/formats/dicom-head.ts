/** Bytes before 'DICM' in a DICOM file (PS3.10, 7.1). */
const preamble = 128

/**
 * Whether bytes begin a DICOM data set: with the preamble, which may look like another type on purpose (TIFF), or
 * without it as older programs wrote them.
 */
export function isDicom(bytes: Uint8Array): boolean {
  if (bytes.length < 16) return false
  if (bytes[preamble] === 0x44) return isAscii(bytes, preamble, 'DICM') && isElement(bytes, preamble + 4, [2])
  return isBareDataSet(bytes)
}

/** Without preamble the first elements are of group 2 or 8, in any of the transfer syntaxes, and another one follows. */
function isBareDataSet(bytes: Uint8Array): boolean {
  const group = (bytes[0] ?? 0) | (bytes[1] ?? 0)
  if (group !== 2 && group !== 8) return false
  return isElement(bytes, 0, [2, 8])
}

// Value representations (PS3.5, 6.2); those of the second list have a longer length field.
const short = 'AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US'.split(' ')
const long = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' ')

/** Whether an element of one of the groups stands here, with another of the same or a later group behind it. */
function isElement(bytes: Uint8Array, at: number, groups: readonly number[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const isLittle of [true, false]) {
    if (at + 12 > bytes.length || !groups.includes(view.getUint16(at, isLittle))) continue
    const next = endOfElement(view, at, isLittle)
    if (next === undefined) continue
    if (next === bytes.length) return true
    if (next + 8 > bytes.length) continue
    const [group, follower] = [view.getUint16(at, isLittle), view.getUint16(next, isLittle)]
    const isLater = view.getUint16(next + 2, isLittle) > view.getUint16(at + 2, isLittle)
    if ((follower === group && isLater) || (follower > group && follower <= 0x10 && follower % 2 === 0)) return true
  }
  return false
}

function endOfElement(view: DataView, at: number, isLittle: boolean): number | undefined {
  const representation = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5))
  let end: number
  if (short.includes(representation)) end = at + 8 + view.getUint16(at + 6, isLittle)
  else if (long.includes(representation)) end = at + 12 + view.getUint32(at + 8, isLittle)
  // Implicit: no representation, four bytes of length; values have an even number of bytes.
  else end = at + 8 + view.getUint32(at + 4, isLittle)
  return end % 2 === at % 2 && end <= view.byteLength ? end : undefined
}

function isAscii(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}
