import type { Extract } from '../../core/content.ts'
import { type Allowance, gapOnce, partSegment } from './allowance.ts'
import type { PdfDocument } from './document.ts'
import { readString } from './engine.ts'

/** Titles of the outline, which may name people and cases that no page does, as the part 'bookmarks'. */
export function* readBookmarks(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  const { engine, handle } = document
  const { call } = engine
  const titles: string[] = []
  // Depth first; an outline that goes round in circles ends with the budget.
  const open = [call.FPDFBookmark_GetFirstChild(handle, 0)]
  for (let bookmark = open.pop(); bookmark !== undefined; bookmark = open.pop()) {
    if (bookmark === 0) continue
    if (allowance.annotations-- <= 0) {
      yield* gapOnce(allowance, 'too_many', `more than ${allowance.limits.annotations} annotations and form fields`)
      break
    }
    const current = bookmark
    const title = readString(engine, (buffer, length) => call.FPDFBookmark_GetTitle(current, buffer, length), 1_024)
    if (title !== '') titles.push(`${title}\n`)
    open.push(call.FPDFBookmark_GetNextSibling(handle, bookmark), call.FPDFBookmark_GetFirstChild(handle, bookmark))
  }
  yield* partSegment(allowance, [...new Set(titles)].join(''), 'bookmarks')
}
