import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import type { Engine } from './engine.ts'

/** An open document. */
export interface PdfDocument {
  readonly engine: Engine
  /** The library's handle. */
  readonly handle: number
  /** Handle of the form environment; 0 where the document has no form. */
  readonly form: number
  /** The file's bytes in the library's memory, as they are now: ask anew after each call. */
  file(): Buffer
  readonly isEncrypted: boolean
  /** Whether it took a password to open it. */
  readonly isUnlocked: boolean
  /** Where the form environment and the file's bytes lie; for {@link closeDocument} only. */
  readonly info: number
  readonly address: number
}

/** The largest file that is brought into memory: half of what a worker may hold. */
function fileBytes({ workerHeapMegabytes }: Limits): number {
  return (workerHeapMegabytes * 2 ** 20) / 2
}

/** Memory for the library's work on one document: a quarter of what a worker may hold, and the file itself. */
export function libraryBytes(reader: Reader, limits: Limits): number {
  return fileBytes(limits) / 2 + Math.min(reader.size, fileBytes(limits))
}

/** Why a document did not open. */
export type OpenFailure = 'encrypted' | 'malformed'

const blockBytes = 4 * 2 ** 20

/**
 * Brings a file into the library's memory, block by block, and opens it. Close it with {@link closeDocument}.
 * @returns the document, or why the library cannot open it
 * @throws ItemError `too_large` where the file alone takes more than half of the memory one item may have
 */
export async function openDocument(
  engine: Engine,
  reader: Reader,
  limits: Limits,
  passwords: readonly string[],
): Promise<PdfDocument | OpenFailure> {
  if (reader.size > fileBytes(limits)) {
    throw new ItemError('too_large', 'the PDF is larger than half the memory one item may take')
  }
  const address = engine.call.malloc(Math.max(1, reader.size))
  if (address === 0) throw new ItemError('memory_limit', 'no memory was left for the bytes of the PDF')
  let opened: PdfDocument | OpenFailure = 'malformed'
  try {
    await load(engine, reader, address)
    opened = open(engine, address, reader.size, passwords)
    return opened
  } catch (error) {
    throw engine.faultOf(error)
  } finally {
    if (typeof opened === 'string' && !engine.isLost()) engine.call.free(address)
  }
}

async function load(engine: Engine, reader: Reader, address: number): Promise<void> {
  for (let at = 0; at < reader.size; at += blockBytes) {
    const block = await reader.read(at, Math.min(blockBytes, reader.size - at))
    if (engine.isLost()) throw new ItemError('crashed', 'the PDF library broke off on another file')
    engine.bytes().set(block, address + at)
  }
}

/** Passwords that are tried on one document: each may take thousands of rounds of hashing. */
const passwordsAtMost = 200

// fpdfview.h: FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY.
const encryptedErrors = new Set([4, 5])

function open(engine: Engine, address: number, size: number, passwords: readonly string[]): PdfDocument | OpenFailure {
  const { call } = engine
  let handle = call.FPDF_LoadMemDocument(address, size, 0)
  const isUnlocked = handle === 0
  for (const password of passwords.slice(0, passwordsAtMost)) {
    if (handle !== 0 || !encryptedErrors.has(call.FPDF_GetLastError())) break
    handle = openWith(engine, address, size, password)
  }
  if (handle === 0) return encryptedErrors.has(call.FPDF_GetLastError()) ? 'encrypted' : 'malformed'
  const file = () => Buffer.from(engine.bytes().buffer, engine.bytes().byteOffset + address, size)
  const environment = call.FPDF_GetFormType(handle) > 0 ? openForm(engine, handle) : noForm
  return { engine, handle, ...environment, file, isEncrypted: call.EPDF_IsEncrypted(handle) !== 0, isUnlocked, address }
}

/** The library takes a password as it stands in memory, ended by a zero. */
function openWith(engine: Engine, address: number, size: number, password: string): number {
  const bytes = Buffer.from(`${password}\0`)
  const place = engine.call.malloc(bytes.length)
  if (place === 0) return 0
  engine.bytes().set(bytes, place)
  const handle = engine.call.FPDF_LoadMemDocument(address, size, place)
  engine.bytes().fill(0, place, place + bytes.length)
  engine.call.free(place)
  return handle
}

const noForm = { form: 0, info: 0 }

function openForm({ call }: Engine, handle: number): { form: number; info: number } {
  const info = call.PDFiumExt_OpenFormFillInfo()
  return { form: call.PDFiumExt_InitFormFillEnvironment(handle, info), info }
}

/** Closes a document and frees its bytes. Does nothing where the library trapped: its memory is given up whole. */
export function closeDocument(document: PdfDocument): void {
  if (document.engine.isLost()) return
  const { call } = document.engine
  if (document.form !== 0) call.PDFiumExt_ExitFormFillEnvironment(document.form)
  if (document.info !== 0) call.PDFiumExt_CloseFormFillInfo(document.info)
  call.FPDF_CloseDocument(document.handle)
  call.free(document.address)
}
