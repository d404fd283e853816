import { ItemError } from '../../core/problem.ts'

/**
 * The functions of PDFium that are called here, on the compiled module itself: numbers and addresses in, numbers out.
 * The package's own wrappers cost three times as much for each character of a page.
 */
const callNames = [
  'malloc',
  'free',
  'PDFiumExt_Init',
  'PDFiumExt_OpenFormFillInfo',
  'PDFiumExt_CloseFormFillInfo',
  'PDFiumExt_InitFormFillEnvironment',
  'PDFiumExt_ExitFormFillEnvironment',
  'EPDF_IsEncrypted',
  'EPDF_GetMetaKeyCount',
  'EPDF_GetMetaKeyName',
  'EPDFCatalog_GetLanguage',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_DocumentHasValidCrossReferenceTable',
  'FPDF_GetFileVersion',
  'FPDF_GetFormType',
  'FPDF_GetMetaText',
  'FPDF_GetPageCount',
  'FPDF_GetSignatureCount',
  'FPDF_GetXFAPacketCount',
  'FPDF_GetXFAPacketName',
  'FPDF_GetXFAPacketContent',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_PageToDevice',
  'FPDF_RenderPageBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharAngle',
  'FPDFText_IsGenerated',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFDoc_GetJavaScriptActionCount',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetStringValue',
  'FPDFAttachment_GetFile',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetLink',
  'FPDFAnnot_GetFileAttachment',
  'FPDFAnnot_GetFormFieldType',
  'FPDFAnnot_GetFormFieldName',
  'FPDFAnnot_GetFormFieldAlternateName',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFLink_GetAction',
  'FPDFAction_GetType',
  'FPDFAction_GetURIPath',
  'FPDFBookmark_GetFirstChild',
  'FPDFBookmark_GetNextSibling',
  'FPDFBookmark_GetTitle',
] as const

type Call = (...values: number[]) => number

/** Raw calls. Any of them may throw when the module traps: see {@link Engine.faultOf}. */
export type Calls = Readonly<Record<(typeof callNames)[number], Call>>

/** One instance of the library with its memory. Used by one thread; several documents may be open in it at once. */
export interface Engine {
  readonly call: Calls
  /** The library's memory as it is now: every call may move it, so ask anew after each. */
  bytes(): Uint8Array
  /** The address of a fixed name as a C string, made once. For the few names in our code, never for input. */
  name(text: string): number
  /** Room of {@link scratchBytes}, for results of the call being made. */
  readonly scratch: number
  /** Whether the library trapped. Nothing in it may be called or freed any more. */
  isLost(): boolean
  /** How often more memory was refused since the engine was made. */
  refusals(): number
  /**
   * What a thrown value means: a trap becomes an {@link ItemError} and the engine is lost; anything else comes back as
   * it was. Whoever frees something in `finally` catches with this first, so that nothing is freed in a lost engine.
   */
  faultOf(error: unknown): unknown
}

/** What is used of a global that only the types of browsers describe. */
interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => WasmMemory
  readonly RuntimeError: new () => Error
}

export const scratchBytes = 4_096 * 32

/** Beyond this many bytes an engine that nobody uses is thrown away: memory of WebAssembly never shrinks. */
const keptBytes = 160 * 2 ** 20

/** This thread's engine: making one takes 50 ms and 40 MB. Holds nothing of any document once that is closed. */
const slot: {
  making: Promise<Engine> | undefined
  engine: Engine | undefined
  /** The most memory that the module may take, in bytes. */
  budget: number
} = { making: undefined, engine: undefined, budget: 0 }
const users = new WeakMap<Engine, number>()

/**
 * Hands out this thread's engine, making it where there is none. Give it back with {@link releaseEngine}.
 * @param budget bytes of memory that the library may take altogether
 */
export async function takeEngine(budget: number): Promise<Engine> {
  slot.budget = inUse() ? Math.max(slot.budget, budget) : budget
  if (slot.engine === undefined || slot.engine.isLost()) {
    slot.making ??= makeEngine()
    slot.engine = await slot.making
    slot.making = undefined
  }
  users.set(slot.engine, (users.get(slot.engine) ?? 0) + 1)
  return slot.engine
}

/** A document inside another must not take its memory away. */
function inUse(): boolean {
  return slot.engine !== undefined && (users.get(slot.engine) ?? 0) > 0
}

/** Gives an engine back. One that holds much memory and has no other user is thrown away. */
export function releaseEngine(engine: Engine): void {
  const left = (users.get(engine) ?? 1) - 1
  users.set(engine, left)
  const isSpent = engine.isLost() || (left === 0 && engine.bytes().length > keptBytes)
  if (isSpent && slot.engine === engine) slot.engine = undefined
}

async function makeEngine(): Promise<Engine> {
  const { init } = await import('@embedpdf/pdfium')
  // What the library prints may quote the document.
  const { pdfium } = await init({ print() {}, printErr() {} })
  const { call, memory } = exportsOf(pdfium.wasmExports)
  const refused = boundMemory(memory)
  call.PDFiumExt_Init()
  return engineOver(call, memory, refused)
}

function exportsOf(given: object): { call: Calls; memory: WasmMemory } {
  const exported = new Map(Object.entries(given))
  for (const name of callNames) {
    if (typeof exported.get(name) !== 'function') throw new Error(`pdfium has no function ${name}`)
  }
  const memory: unknown = exported.get('memory')
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('pdfium does not show its memory')
  return { call: Object.fromEntries(callNames.map((name) => [name, exported.get(name)])) as Calls, memory }
}

/** The module would grow to two gigabytes: refuses what is beyond the budget, as if the machine had no more. */
function boundMemory(memory: WasmMemory): () => number {
  const grow = memory.grow.bind(memory)
  let refusals = 0
  const bounded = (pages: number): number => {
    if (memory.buffer.byteLength + pages * 65_536 <= slot.budget) return grow(pages)
    refusals += 1
    throw new RangeError('the memory budget is spent')
  }
  Object.defineProperty(memory, 'grow', { value: bounded })
  return () => refusals
}

function engineOver(call: Calls, memory: WasmMemory, refusals: () => number): Engine {
  const names = new Map<string, number>()
  let view = new Uint8Array(memory.buffer)
  let isLost = false

  function bytes(): Uint8Array {
    if (view.buffer !== memory.buffer) view = new Uint8Array(memory.buffer)
    return view
  }

  function name(text: string): number {
    const known = names.get(text)
    if (known !== undefined) return known
    const encoded = new TextEncoder().encode(`${text}\0`)
    const address = call.malloc(encoded.length)
    bytes().set(encoded, address)
    names.set(text, address)
    return address
  }

  function faultOf(error: unknown): unknown {
    if (!isTrap(error)) return error
    isLost = true
    return refusals() > 0
      ? new ItemError('memory_limit', 'the PDF library needs more memory than one item may take')
      : new ItemError('crashed', 'the PDF library broke off on this file')
  }

  const scratch = call.malloc(scratchBytes)
  return { call, bytes, name, scratch, isLost: () => isLost, refusals, faultOf }
}

/** Traps, a full stack, and the two things that Emscripten's runtime throws to leave C++ at once. */
function isTrap(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError || error === Number.POSITIVE_INFINITY) return true
  if (!(error instanceof Error)) return typeof error === 'object' && error !== null && 'status' in error
  return error instanceof RangeError && error.message.startsWith('Maximum call stack size')
}

/**
 * A string that the library writes into a buffer of the caller's: asked once for its length in bytes and once for
 * itself. UTF-16LE with a closing NUL unless told otherwise.
 * @param most characters that are kept
 */
export function readString(
  engine: Engine,
  write: (buffer: number, length: number) => number,
  most: number,
  encoding: 'utf16le' | 'utf8' = 'utf16le',
): string {
  const length = write(0, 0) >>> 0
  const unit = encoding === 'utf16le' ? 2 : 1
  if (length <= unit) return ''
  const address = length <= scratchBytes ? engine.scratch : engine.call.malloc(length)
  if (address === 0) throw new ItemError('memory_limit', 'a text of the PDF needs more memory than one item may take')
  try {
    write(address, length)
    const end = address + Math.min(length - unit, most * 4)
    const text = Buffer.from(engine.bytes().subarray(address, end)).toString(encoding)
    return cleanText(text).slice(0, most).toWellFormed()
  } catch (error) {
    throw engine.faultOf(error)
  } finally {
    if (address !== engine.scratch && !engine.isLost()) engine.call.free(address)
  }
}

/** Line ends as line feeds, no NUL and no marks of byte order or language (PDF 32000-1, 7.9.2.2). */
function cleanText(text: string): string {
  return text
    .replace(/\u001b[^\u001b]{1,8}\u001b/g, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\0\ufeff\ufffe]/g, '')
    .trim()
}
