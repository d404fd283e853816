import type { Engine } from './engine.ts'

/** Kinds of drawn objects (fpdf_edit.h). */
export const objectKinds = { text: 1, image: 3, form: 5 } as const

/** Objects drawn within each other that are looked into. */
const deepest = 3

/** How many pieces of text a page is drawn from; counting stops past `most`. */
export function piecesOf(engine: Engine, page: number, most: number): number {
  const { call } = engine
  const objects = call.FPDFPage_CountObjects(page)
  let pieces = 0
  for (let index = 0; index < objects && pieces <= most; index += 1) {
    pieces += countObjects(engine, call.FPDFPage_GetObject(page, index), objectKinds.text, most - pieces + 1, 0)
  }
  return pieces
}

/** How many objects of a kind an object is or holds; counting stops at `most`. */
export function countObjects(engine: Engine, object: number, kind: number, most: number, depth: number): number {
  const { call } = engine
  const own = call.FPDFPageObj_GetType(object)
  if (own === kind) return 1
  if (own !== objectKinds.form || depth >= deepest) return 0
  const inside = call.FPDFFormObj_CountObjects(object)
  let count = 0
  for (let index = 0; index < inside && count < most; index += 1) {
    count += countObjects(engine, call.FPDFFormObj_GetObject(object, index), kind, most - count, depth + 1)
  }
  return count
}
