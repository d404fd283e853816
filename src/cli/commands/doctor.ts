import { availableParallelism, totalmem } from 'node:os'
import { defaultLimits } from '../../core/limits.ts'
import { columns } from '../../reports/layout.ts'
import { bytesText } from '../../reports/numbers.ts'
import { builtIn } from '../../toolbox.ts'
import { version } from '../../version.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { writeOut } from '../streams.ts'

/** What a check of this machine found. */
interface Check {
  readonly name: string
  readonly ok: boolean
  readonly says: string
}

/** Tries what a scan will need, and says what is there, what is missing and which limits hold. */
export async function doctorCommand(raw: RawOptions): Promise<ExitCode> {
  const checks = [runtime(), machine(), await database(), await pdf(), ...eyes]
  const parts = { formats: builtIn.formats.length, detectors: builtIn.detectors.length, kinds: builtIn.kinds.length }
  if (raw.json === true) writeOut(`${JSON.stringify({ version, checks, parts, limits: defaultLimits }, null, 2)}\n`)
  else writeOut(`${page(checks, parts)}\n`)
  return checks.some(({ ok, name }) => !ok && isNeeded(name)) ? exitCodes.failed : exitCodes.done
}

function page(checks: readonly Check[], parts: Readonly<Record<string, number>>): string {
  return [
    `leaksift ${version}`,
    columns(
      checks.map(({ name, ok, says }) => [ok ? '✓' : '–', name, says]),
      'left',
    ),
    `Built in: ${Object.entries(parts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
    'Limits for one item',
    columns(
      Object.entries(defaultLimits).map(([name, value]) => [
        name,
        /bytes$/i.test(name) ? bytesText(value) : String(value),
      ]),
      'left',
    ),
  ].join('\n')
}

const needed = ['node', 'sqlite']

function isNeeded(name: string): boolean {
  return needed.includes(name)
}

function runtime(): Check {
  return { name: 'node', ok: true, says: `${process.versions.node} on ${process.platform} ${process.arch}` }
}

function machine(): Check {
  return { name: 'machine', ok: true, says: `${availableParallelism()} processors, ${bytesText(totalmem())} of memory` }
}

async function database(): Promise<Check> {
  return attempt('sqlite', async () => {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    const row: unknown = db.prepare('SELECT sqlite_version() AS version').get()
    db.close()
    return typeof row === 'object' && row !== null && 'version' in row ? `SQLite ${String(row.version)}` : 'SQLite'
  })
}

async function pdf(): Promise<Check> {
  return attempt('pdf', async () => {
    await import('@embedpdf/pdfium')
    return 'PDFium (WebAssembly)'
  })
}

/** What this version can't do yet, so that nobody takes a picture for a read one. */
const eyes: readonly Check[] = [
  {
    name: 'pictures',
    ok: false,
    says: 'metadata only: faces, bodies and other content are not looked at in this version',
  },
  { name: 'ocr', ok: false, says: 'none in this version: pages without a text layer are recorded as no_text' },
]

async function attempt(name: string, check: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, says: await check() }
  } catch (error) {
    // The very thing to find out: a missing or broken part is this check's answer.
    return { name, ok: false, says: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'does not load' }
  }
}
