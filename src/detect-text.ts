import type { Finding } from './core/finding.ts'
import { mask } from './core/mask.ts'
import { detect } from './detectors/detect.ts'
import { languageOf } from './records/language.ts'
import { builtIn } from './toolbox.ts'

/** What {@link detectText} can be told. */
export interface DetectOptions {
  /** ISO 639-1; told from the text where absent. */
  readonly language?: string
  /** Only these entity types, and weak matches of them too. */
  readonly entities?: readonly string[]
  /** 0…1; what is less sure is left out. */
  readonly minConfidence?: number
}

/** Personal data in one text, in the order of the text; offsets and lengths in Unicode code points. */
export function detectText(text: string, options: DetectOptions = {}): readonly Finding[] {
  const language = options.language ?? languageOf(text)
  return detect({ what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' }, builtIn.detectors, {
    ...(language === undefined ? {} : { language }),
    ...(options.entities ? { entities: options.entities } : {}),
    ...(options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence }),
  })
}

/** A finding as `leaksift detect` prints it. */
export interface PrintedFinding {
  readonly entity: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly masked: string
  /** Only where values were asked for in clear. */
  readonly text?: string
  /** Only where an explanation was asked for. */
  readonly because?: Finding['evidence']
}

/** Makes a finding printable: masked unless `clear`. */
export function printedFinding(
  finding: Finding,
  show: { readonly clear: boolean; readonly explain: boolean },
): PrintedFinding {
  return {
    entity: finding.entityType,
    start: finding.offset,
    end: finding.offset + finding.length,
    confidence: Math.round(finding.confidence * 1_000) / 1_000,
    masked: mask(finding.entityType, finding.value),
    ...(show.clear ? { text: finding.value } : {}),
    ...(show.explain ? { because: finding.evidence } : {}),
  }
}
