import { bytesReader } from '../../core/reader.ts'
import { byteRun, charsetOfCodePage, charsetOfFont, runDecoder, usualCharset } from './rtf-charset.ts'
import { embeddedObject, type HexData, hexData } from './rtf-objects.ts'
import { type RtfNames, tellCapture, tellTime } from './rtf-tell.ts'
import type { RtfHandler } from './rtf-tokens.ts'
import {
  type RtfCapture,
  type RtfDestination,
  rtfBreaks,
  rtfCounts,
  rtfDestinations,
  rtfPictures,
  rtfSigns,
} from './rtf-words.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'

const fontsAtMost = 4_096
const tabsAtMost = 64
const captureCharacters = 8_192

/** Where the text of a group goes. */
type Target =
  | { readonly is: 'place'; readonly flow: TextFlow; tabs: number }
  | { readonly is: 'capture'; readonly capture: RtfCapture; text: string }
  | { readonly is: 'time'; readonly name: string; readonly parts: Map<string, number> }
  | { readonly is: 'data'; readonly what: 'pictures' | 'object'; readonly data: HexData; extension: string }
  | { readonly is: 'fonts' | 'frame' | 'nothing' }
  | { readonly is: 'twice'; readonly outside: Target }
  | { readonly is: 'revisers'; text: string }

interface Group {
  target: Target
  /** Whether the target began here, and ends here. */
  isOwner: boolean
  /** Signs of fallback text after a character in Unicode. */
  fallback: number
  charset: string | undefined
  /** After \*: a destination that is not known is left out. */
  isOptional: boolean
}

/** {@link RtfHandler} that puts the text together. */
export interface RtfTextHandler extends RtfHandler {
  /** Hands on what is left. */
  finish(): void
}

/** Text, properties and embedded data of an RTF file (Microsoft's specification, version 1.9.1). */
export function rtfTextHandler(sink: Sink): RtfTextHandler {
  const decode = runDecoder()
  const places = new Map<string, Target & { is: 'place' }>()
  const placeOf = (name: string) => {
    const known = places.get(name) ?? { is: 'place' as const, flow: sink.flow(name), tabs: 0 }
    places.set(name, known)
    return known
  }
  const fonts = new Map<number, string | undefined>()
  const outer: Group[] = []
  const run = byteRun()
  const properties: RtfNames = { name: '', shape: '' }
  let group: Group = { target: placeOf('body'), isOwner: false, fallback: 1, charset: undefined, isOptional: false }
  let [charset, usualFont, font] = [usualCharset, -1, -1]
  let [tooDeep, toSkip, children] = [0, 0, 0]
  let isOver = false

  const write = (text: string) => {
    const { target } = group
    if (text === '') return
    if (target.is === 'capture' || target.is === 'revisers') {
      if (target.text.length < captureCharacters) target.text += text
    } else if (target.is === 'place') {
      if (target.tabs > 0) target.flow.text('\t'.repeat(Math.min(target.tabs, tabsAtMost)))
      target.tabs = 0
      target.flow.text(text)
    }
  }
  const endRun = () => {
    if (run.length() === 0) return
    write(decode(group.charset ?? charset, run.take()))
  }
  const isText = () => group.target.is === 'place' || group.target.is === 'capture' || group.target.is === 'revisers'

  const endTarget = (target: Target) => {
    switch (target.is) {
      case 'place':
        target.flow.breakLine()
        target.tabs = 0
        return
      case 'capture':
        tellCapture(target.capture, target.text.toWellFormed(), properties, placeOf('settings').flow, sink)
        return
      case 'time':
        tellTime(target.name, target.parts, sink)
        return
      case 'revisers':
        for (const name of target.text.split(';')) if (name.trim() !== 'Unknown') sink.person('RevisionAuthor', name)
        return
      case 'data':
        tellData(target)
    }
  }
  const tellData = ({ what, data, extension }: Target & { is: 'data' }) => {
    const bytes = data.finish()
    if (!bytes) return sink.gap('too_large', `more than ${sink.limits.expandedBytes} bytes of one embedded object`)
    if (bytes.length === 0) return
    if (children >= sink.limits.children)
      return sink.gap('too_many', `more than ${sink.limits.children} items inside it`)
    children += 1
    const object = what === 'object' ? embeddedObject(bytes) : { name: undefined, bytes }
    const name = object.name ?? (what === 'object' ? `object ${children}` : `picture ${children}.${extension}`)
    sink.child(name, bytesReader(object.bytes))
  }

  const begin = (destination: RtfDestination) => {
    const target = targetOf(destination)
    if (target === undefined) return
    group.target = target
    group.isOwner = true
    if (target.is === 'place') target.flow.breakLine()
  }
  const targetOf = (destination: RtfDestination): Target | undefined => {
    switch (destination.is) {
      case 'same':
        return undefined
      case 'place':
        return placeOf(destination.place)
      case 'capture':
        return { is: 'capture', capture: destination.capture, text: '' }
      case 'time':
        return { is: 'time', name: destination.name, parts: new Map() }
      case 'pictures':
      case 'object':
        return { is: 'data', what: destination.is, data: hexData(sink.limits), extension: 'bin' }
      case 'revisers':
        return { is: 'revisers', text: '' }
      case 'twice':
        return { is: 'twice', outside: group.target }
      case 'unicode':
        return group.target.is === 'twice' ? group.target.outside : undefined
      case 'fonts':
      case 'frame':
      case 'nothing':
        return { is: destination.is }
    }
  }

  const words: Readonly<Record<string, (parameter: number | undefined) => void>> = {
    '*': () => {
      group.isOptional = true
    },
    u: (parameter = 0) => {
      write(String.fromCharCode(parameter & 0xffff))
      toSkip = group.fallback
    },
    uc: (parameter = 1) => {
      group.fallback = Math.min(16, Math.max(0, parameter))
    },
    ansicpg: (parameter = 1252) => {
      charset = charsetOfCodePage(parameter)
    },
    mac: () => {
      charset = 'macintosh'
    },
    pc: () => {
      charset = charsetOfCodePage(437)
    },
    pca: () => {
      charset = charsetOfCodePage(850)
    },
    deff: (parameter = 0) => {
      usualFont = parameter
    },
    f: (parameter = 0) => {
      if (group.target.is === 'fonts') font = parameter
      else group.charset = fonts.get(parameter)
    },
    fcharset: (parameter = 0) => {
      if (group.target.is === 'fonts' && fonts.size < fontsAtMost) fonts.set(font, charsetOfFont(parameter))
    },
    cpg: (parameter = 0) => {
      if (group.target.is === 'fonts' && fonts.size < fontsAtMost) fonts.set(font, charsetOfCodePage(parameter))
    },
    plain: () => {
      group.charset = fonts.get(usualFont)
    },
    cell: () => endCell(group.target),
    nestcell: () => endCell(group.target),
    row: () => endRow(group.target),
    nestrow: () => endRow(group.target),
    v: (parameter) => parameter !== 0 && sink.flag('hidden_text'),
    deleted: (parameter) => parameter !== 0 && sink.flag('tracked_changes'),
    revised: (parameter) => parameter !== 0 && sink.flag('tracked_changes'),
    edmins: (parameter = 0) =>
      sink.metadata('TotalEditTime', `${parameter} minute${parameter === 1 ? '' : 's'}`, false),
  }

  const knownWord = (name: string, parameter: number | undefined) => {
    const { target } = group
    const sign = Object.hasOwn(rtfSigns, name) ? rtfSigns[name] : undefined
    if (sign !== undefined) return write(sign)
    if (rtfBreaks.has(name)) return target.is === 'place' && target.flow.breakLine()
    const counted = Object.hasOwn(rtfCounts, name) ? rtfCounts[name] : undefined
    if (counted !== undefined) return target.is === 'frame' && sink.metadata(counted, String(parameter ?? 0), false)
    if (target.is === 'time' && parameter !== undefined) target.parts.set(name, parameter)
    if (target.is === 'data' && Object.hasOwn(rtfPictures, name)) target.extension = rtfPictures[name] ?? 'bin'
  }
  return {
    open() {
      endRun()
      toSkip = 0
      if (outer.length >= sink.limits.nesting) {
        tooDeep += 1
        sink.gap('too_deep', `more than ${sink.limits.nesting} RTF groups within each other`)
        return
      }
      outer.push(group)
      group = { ...group, isOwner: false, isOptional: false }
    },
    close() {
      endRun()
      toSkip = 0
      if (tooDeep > 0) {
        tooDeep -= 1
        return
      }
      if (group.isOwner) endTarget(group.target)
      group = outer.pop() ?? group
      if (outer.length === 0) isOver = true
      else if (group.target.is === 'capture' && group.target.text !== '') write(' ')
    },
    word(name, parameter) {
      endRun()
      toSkip = 0
      if (group.target.is === 'nothing' || (group.target.is === 'twice' && name !== 'ud' && name !== '*')) return
      const known = Object.hasOwn(words, name) ? words[name] : undefined
      if (known) return known(parameter)
      const destination = Object.hasOwn(rtfDestinations, name) ? rtfDestinations[name] : undefined
      if (destination) begin(destination)
      else if (group.isOptional && !group.isOwner && isLetters(name)) begin({ is: 'nothing' })
      else knownWord(name, parameter)
      group.isOptional = false
    },
    byte(value) {
      if (toSkip > 0) toSkip -= 1
      else if (isText()) run.add(value)
    },
    bytes(piece) {
      const { target } = group
      if (target.is === 'data') return target.data.digits(piece)
      const start = Math.min(toSkip, piece.length)
      toSkip -= start
      if (start < piece.length && isText() && !isOver) run.addAll(piece.subarray(start))
    },
    binary(piece) {
      if (group.target.is === 'data') group.target.data.raw(piece)
    },
    finish() {
      endRun()
      if (!isOver) sink.gap('truncated', 'the text ends inside a group')
      for (; outer.length > 0; group = outer.pop() ?? group) if (group.isOwner) endTarget(group.target)
      for (const { flow } of places.values()) flow.finish()
    },
  }
}

function endCell(target: Target): void {
  if (target.is === 'place') target.tabs += 1
}

function endRow(target: Target): void {
  if (target.is !== 'place') return
  target.tabs = 0
  target.flow.breakLine()
}

function isLetters(name: string): boolean {
  return /^[A-Za-z]/.test(name)
}
