import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Who may import whom: a room is a folder of src or a file directly in it. A room may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  sources: ['core'],
  formats: ['core'],
  records: ['core'],
  detectors: ['core'],
  scoring: ['core'],
  stores: ['core'],
  reports: ['core'],
  vision: ['core'],
  spool: ['core'],
  'hash-lists': ['core'],
  'version.ts': [],
  'options.ts': ['core', 'rules.ts'],
  'toolbox.ts': ['core', 'formats', 'detectors', 'hash-lists', 'records', 'rules.ts', 'spool'],
  'fingerprint.ts': ['core'],
  'name-findings.ts': ['core', 'detectors', 'toolbox.ts'],
  'examine-plan.ts': ['core', 'rules.ts'],
  'gather.ts': [
    'core',
    'detectors',
    'examine-plan.ts',
    'name-findings.ts',
    'records',
    'take-rows.ts',
    'toolbox.ts',
    'vision',
  ],
  'take-rows.ts': ['core', 'detectors', 'examine-plan.ts', 'records', 'toolbox.ts'],
  'conclude.ts': [
    'core',
    'examine-plan.ts',
    'formats',
    'gather.ts',
    'records',
    'scoring',
    'take-rows.ts',
    'toolbox.ts',
  ],
  'examine.ts': [
    'core',
    'conclude.ts',
    'examine-plan.ts',
    'fingerprint.ts',
    'formats',
    'gather.ts',
    'take-rows.ts',
    'toolbox.ts',
  ],
  'overflow.ts': ['core'],
  'custody.ts': [],
  'verify.ts': ['core', 'name-findings.ts', 'sources', 'stores', 'toolbox.ts'],
  'run.ts': ['core', 'pool', 'stores'],
  pool: ['core', 'answers.ts', 'examine-plan.ts', 'examine.ts', 'hash-lists', 'toolbox.ts', 'sources'],
  'scan.ts': [
    'core',
    'custody.ts',
    'examine.ts',
    'hash-lists',
    'options.ts',
    'overflow.ts',
    'pool',
    'rules.ts',
    'run.ts',
    'scoring',
    'sources',
    'spool',
    'stores',
    'toolbox.ts',
    'version.ts',
  ],
  'rules.ts': ['core', 'detectors'],
  'detect-text.ts': ['core', 'rules.ts', 'detectors', 'formats', 'records', 'toolbox.ts'],
  'answers.ts': ['core', 'detect-text.ts'],
  'detect-many.ts': ['answers.ts', 'pool'],
  'inspect.ts': ['core', 'examine.ts', 'name-findings.ts', 'sources', 'spool', 'toolbox.ts'],
  'index.ts': [
    'core',
    'detect-text.ts',
    'hash-lists',
    'inspect.ts',
    'options.ts',
    'run.ts',
    'scan.ts',
    'sources',
    'stores',
    'verify.ts',
    'version.ts',
  ],
  cli: [
    'core',
    'answers.ts',
    'detect-many.ts',
    'detect-text.ts',
    'hash-lists',
    'inspect.ts',
    'options.ts',
    'reports',
    'run.ts',
    'scan.ts',
    'sources',
    'stores',
    'toolbox.ts',
    'verify.ts',
    'version.ts',
    'vision',
  ],
}

/** What of the outside only these rooms may touch. */
const mayTouch: Readonly<Record<string, readonly string[]>> = {
  'node:fs': [
    'custody.ts',
    'sources',
    'stores',
    'cli',
    'hash-lists',
    'formats/pdf',
    'records/model',
    'spool',
    'vision',
    'detectors/names',
  ],
  'node:child_process': ['pool', 'vision/clips'],
  'node:net': [],
  'node:http': [],
  'node:https': [],
  'node:dns': [],
  'node:tls': [],
  'better-sqlite3': ['stores', 'cli'],
  piscina: ['pool'],
  sharp: ['vision'],
  mediabunny: ['vision', 'formats/audio'],
  'onnxruntime-node': ['vision'],
  'onnxruntime-web': ['vision'],
  'tesseract.js-core': ['vision'],
  commander: ['cli'],
}

interface Import {
  readonly file: string
  readonly room: string
  readonly target: string
}

/** A process of its own, whose output is a pipe to the process that started it. */
const pipeEnd = join('vision', 'clips', 'decoder-process.ts')

/** Keeps a library from printing. */
const muffler = join('formats', 'office', 'ole', 'xls.ts')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const imports = files.flatMap(importsOf)

describe('the rooms', () => {
  test('are all in the table', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(mayImport).sort())
  })

  test('import only whom they may', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ ...one, to: roomOf(relative(src, join(src, dirname(one.file), one.target))) }))
      .filter(({ room, to }) => to !== '..' && to !== room && !mayImport[room]?.includes(to))
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
  })

  test('touch only what is theirs', () => {
    const wrong = imports.filter(({ file, target }) => {
      const rooms = mayTouch[target.replace(/^fs$/, 'node:fs').replace(/^node:fs\/promises$/, 'node:fs')]
      return rooms && !rooms.some((room) => file === room || file.startsWith(`${room}${sep}`))
    })
    expect(wrong.map(({ file, target }) => `${file} touches ${target}`)).toEqual([])
  })

  test('make no network call', () => {
    const calls = files.filter((file) =>
      /(?<![.\w]|async )(fetch|WebSocket|XMLHttpRequest|EventSource)\s*\(/.test(read(file)),
    )
    expect(calls).toEqual([])
  })

  test('print nothing past the command line', () => {
    const loud = files.filter(
      (file) =>
        !file.startsWith(`cli${sep}`) &&
        file !== pipeEnd &&
        file !== muffler &&
        /\bconsole\.|process\.(stdout|stderr)/.test(read(file)),
    )
    expect(loud).toEqual([])
  })
})

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]{0,2000}?(?:from\s*)?['"]([^'"\n]+)['"]|import\(\s*['"]([^'"\n]+)['"]/g,
  )
  return [...found].map((match) => ({ file, room: roomOf(file), target: match[1] ?? match[2] ?? '' }))
}

function roomOf(file: string): string {
  return file.split(sep)[0] ?? file
}

function read(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}
