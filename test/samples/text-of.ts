import { inflateRawSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FileTruth } from '../../data-samples/generate/truth.ts'

/** All text of one sample, by means that have nothing to do with the program's own formats. */
export async function textOf(bytes: Uint8Array, truth: FileTruth): Promise<string> {
  const { mediaType } = truth
  if (mediaType === 'application/pdf') return pdfText(bytes)
  if (/openxmlformats|opendocument/.test(mediaType)) return zipText(bytes)
  if (mediaType === 'application/rtf') return rtfText(bytes)
  if (mediaType === 'message/rfc822') return mailText(bytes)
  if (truth.medium === 'image') return Buffer.from(bytes).toString('latin1')
  return unescapeXml(plainText(bytes, truth))
}

/** Letters and digits only, so that columns, tags and line ends don't matter. */
export function solid(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

function plainText(bytes: Uint8Array, truth: FileTruth): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (Buffer.from(bytes).toString('utf8').includes('\uFFFD')) {
    const charset = truth.note?.startsWith('Mac')
      ? 'macintosh'
      : truth.language === 'ar'
        ? 'windows-1256'
        : 'windows-1252'
    return new TextDecoder(charset).decode(bytes)
  }
  return Buffer.from(bytes).toString('utf8')
}

function unescapeXml(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/<br>|<[^<>]{1,400}>/g, ' ').replace(/&(\w+);/g, (all, name: string) => names[name] ?? all) + text
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: true }).promise
  const parts: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    parts.push(...items.map((item) => ('str' in item ? item.str : '')))
    for (const note of await page.getAnnotations()) if (typeof note.fieldValue === 'string') parts.push(note.fieldValue)
  }
  await pdf.loadingTask.destroy()
  return parts.join(' ')
}

/** Members of a zip by walking its local headers; ours are written in order and with sizes. */
export function zipMembers(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = Buffer.from(bytes)
  const members = new Map<string, Uint8Array>()
  for (let at = 0; view.readUInt32LE(at) === 0x04034b50; ) {
    const packed = view.readUInt32LE(at + 18)
    const name = view.subarray(at + 30, at + 30 + view.readUInt16LE(at + 26)).toString('utf8')
    const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
    const data = view.subarray(start, start + packed)
    members.set(name, view.readUInt16LE(at + 8) === 8 ? inflateRawSync(data) : data)
    at = start + packed
  }
  return members
}

function zipText(bytes: Uint8Array): string {
  return [...zipMembers(bytes).values()].map((member) => unescapeXml(Buffer.from(member).toString('utf8'))).join(' ')
}

function rtfText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\\'([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\u(-?\d+)\?/g, (_, code: string) => String.fromCharCode((Number(code) + 65_536) % 65_536))
    .replace(/\\[a-z]+-?\d* ?/g, ' ')
}

function mailText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8')
  const words = text.replace(/=\?UTF-8\?B\?([\w+/=]+)\?=/g, (_, base64: string) =>
    Buffer.from(base64, 'base64').toString('utf8'),
  )
  const base64 = /\r\n\r\n([\w+/=\r\n]+)$/.exec(text)?.[1] ?? ''
  const quoted = Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
  return `${words} ${quoted} ${Buffer.from(base64, 'base64').toString('utf8')}`
}
