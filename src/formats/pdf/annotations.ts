import type { Extract } from '../../core/content.ts'
import { type Allowance, gapOnce, partSegment } from './allowance.ts'
import { attachmentItem } from './attachments.ts'
import type { PdfDocument } from './document.ts'
import { readString } from './engine.ts'

/** What annotations told so far, so that what stands on every page is told once. */
export interface Told {
  readonly lines: Set<string>
  hasLaunch: boolean
}

export function newTold(): Told {
  return { lines: new Set(), hasLaunch: false }
}

// fpdf_annot.h and fpdf_doc.h: kinds of annotations, form fields and actions.
const kinds = { link: 2, popup: 16, file: 17, widget: 20 } as const
const fields = { button: 1, checkBox: 2, radioButton: 3, signature: 7 } as const
const actions = { uri: 3, launch: 4 } as const

const characters = 65_536

/**
 * Form values, notes, their authors and link targets of one page: none of them is in its text. Form values stand as
 * `name: value` in the part 'form', the rest in the part 'annotations'; files attached to a note are items.
 */
export function* readAnnotations(
  document: PdfDocument,
  page: number,
  told: Told,
  allowance: Allowance,
): Generator<Extract> {
  const { call } = document.engine
  const count = call.FPDFPage_GetAnnotCount(page)
  const form: string[] = []
  const notes: string[] = []
  for (let index = 0; index < count; index += 1) {
    if (allowance.annotations-- <= 0) {
      yield* gapOnce(allowance, 'too_many', `more than ${allowance.limits.annotations} annotations and form fields`)
      break
    }
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    try {
      const kind = call.FPDFAnnot_GetSubtype(annotation)
      if (kind === kinds.widget) take(form, told, fieldLine(document, annotation))
      else if (kind !== kinds.popup) for (const line of noteLines(document, annotation, told)) take(notes, told, line)
      if (kind === kinds.file) yield* fileOf(document, annotation, allowance)
    } catch (error) {
      throw document.engine.faultOf(error)
    } finally {
      if (!document.engine.isLost()) call.FPDFPage_CloseAnnot(annotation)
    }
  }
  yield* partSegment(allowance, lines(form), 'form')
  yield* partSegment(allowance, lines(notes), 'annotations')
}

function take(list: string[], told: Told, line: string | undefined): void {
  if (line === undefined || line === '' || told.lines.has(line)) return
  told.lines.add(line)
  list.push(line)
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('')
}

/** `name: value` of a filled field; undefined for empty ones and for buttons that are not pressed. */
function fieldLine(document: PdfDocument, annotation: number): string | undefined {
  const { engine, form } = document
  const { call } = engine
  if (form === 0) return undefined
  const kind = call.FPDFAnnot_GetFormFieldType(form, annotation)
  if (kind === fields.button || kind === fields.signature) return undefined
  const read = (write: (form: number, annotation: number, buffer: number, length: number) => number) =>
    readString(engine, (buffer, length) => write(form, annotation, buffer, length), characters)
  const value = read(call.FPDFAnnot_GetFormFieldValue)
  const isTick = kind === fields.checkBox || kind === fields.radioButton
  // A group has one value; which of its buttons is pressed says each one's own state.
  if (value === '' || (isTick && (value === 'Off' || dictionaryText(document, annotation, 'AS') === 'Off')))
    return undefined
  const name = read(call.FPDFAnnot_GetFormFieldAlternateName) || readableName(read(call.FPDFAnnot_GetFormFieldName))
  return name === '' ? value : `${name.replace(/\s*:?\s*$/, '')}: ${value}`
}

/** `form1[0].#subform[0].PatientName[0]` reads as 'Patient Name': the last step of a full name, its words apart. */
export function readableName(full: string): string {
  return full
    .slice(full.lastIndexOf('.') + 1)
    .replace(/\[\d{1,6}\]$/, '')
    .replace(/_+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim()
}

function noteLines(document: PdfDocument, annotation: number, told: Told): string[] {
  const read = (key: string) => dictionaryText(document, annotation, key)
  const author = read('T')
  return [
    read('Subj'),
    read('Contents') || withoutTags(read('RC')),
    author === '' ? '' : `Author: ${author}`,
    linkTarget(document, annotation, told),
  ]
}

function dictionaryText({ engine }: PdfDocument, annotation: number, key: string): string {
  const { call } = engine
  const write = (buffer: number, length: number) =>
    call.FPDFAnnot_GetStringValue(annotation, engine.name(key), buffer, length)
  return readString(engine, write, characters)
}

function withoutTags(markup: string): string {
  return markup
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function linkTarget({ engine, handle }: PdfDocument, annotation: number, told: Told): string {
  const { call } = engine
  const link = call.FPDFAnnot_GetLink(annotation)
  const action = link === 0 ? 0 : call.FPDFLink_GetAction(link)
  if (action === 0) return ''
  const kind = call.FPDFAction_GetType(action)
  if (kind === actions.launch) told.hasLaunch = true
  if (kind !== actions.uri) return ''
  return readString(
    engine,
    (buffer, length) => call.FPDFAction_GetURIPath(handle, action, buffer, length),
    8_192,
    'utf8',
  )
}

function* fileOf(document: PdfDocument, annotation: number, allowance: Allowance): Generator<Extract> {
  const attachment = document.engine.call.FPDFAnnot_GetFileAttachment(annotation)
  if (attachment !== 0) yield* attachmentItem(document, attachment, 'attachment', allowance)
}
