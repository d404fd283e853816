import { hyperlinkIn } from './markup.ts'
import type { RtfCapture } from './rtf-words.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'

/** Names that come before their values. */
export interface RtfNames {
  name: string
  shape: string
}

/** Tells a captured text for what it is. @param settings takes what is text without a place */
export function tellCapture(
  capture: RtfCapture,
  text: string,
  properties: RtfNames,
  settings: TextFlow,
  sink: Sink,
): void {
  switch (capture.as) {
    case 'person':
      sink.person(capture.name, text)
      return
    case 'personal':
    case 'plain':
      sink.metadata(capture.name, text.replace(/;$/, ''), capture.as === 'personal')
      return
    case 'field': {
      const target = hyperlinkIn(text)
      if (target !== undefined) sink.link(target)
      return
    }
    case 'line':
      settings.line(text.trim())
      return
    case 'property_name':
      properties.name = text.trim()
      return
    case 'property_value':
      sink.metadata('CustomProperty', `${properties.name}: ${text.trim()}`, true)
      return
    case 'shape_name':
      properties.shape = text.trim()
      return
    case 'shape_value':
      if (/^(wzDescription|gtextUNICODE|wzName)$/.test(properties.shape)) settings.line(text.trim())
  }
}

/** Tells a time: local and without a zone, as the file has it. */
export function tellTime(name: string, parts: ReadonlyMap<string, number>, sink: Sink): void {
  const part = (key: string, length = 2) => String(parts.get(key) ?? 0).padStart(length, '0')
  if ((parts.get('yr') ?? 0) < 1900) return
  sink.metadata(name, `${part('yr', 4)}-${part('mo')}-${part('dy')}T${part('hr')}:${part('min')}:${part('sec')}`, false)
}
