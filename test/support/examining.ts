import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { bytesReader, type Reader } from '../../src/core/reader.ts'
import type { Source } from '../../src/core/source.ts'
import { examine } from '../../src/examine.ts'
import { builtIn } from '../../src/toolbox.ts'

/** Examines one file of these bytes, with everything inside it, by the built-in parts. */
export function examineBytes(
  name: string,
  content: Uint8Array | string | Reader,
  limits: Partial<Limits> = {},
  ocr: 'auto' | 'off' = 'off',
): Promise<readonly Outcome[]> {
  const reader =
    content instanceof Uint8Array || typeof content === 'string' ? bytesReader(Buffer.from(content)) : content
  const source: Source = {
    uri: 'memory:',
    async *items() {},
    async open() {
      return { ...reader, isUnchanged: async () => true, [Symbol.dispose]() {} }
    },
    async [Symbol.asyncDispose]() {},
  }
  const item = { uri: name, type: 'file', size: reader.size, modifiedAt: null } as const
  return examine(item, source, builtIn, {
    limits: { ...defaultLimits, ...limits },
    context: 'general',
    circumstances: [],
    ocr,
  })
}

/** One line an outcome: uri, coverage and its cause. */
export function ledger(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(
    ({ uri, coverage, coverageCause }) => `${uri} ${coverage}${coverageCause ? ` ${coverageCause}` : ''}`,
  )
}
