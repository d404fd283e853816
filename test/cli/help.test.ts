import { describe, expect, test } from 'vitest'
import { type Actions, isHelp, makeProgram } from '../../src/cli/args.ts'
import { exitCodes } from '../../src/cli/exit-code.ts'
import { version } from '../../src/version.ts'
import { cli } from '../support/cli.ts'

/** What was called, in place of doing it. */
function recorded(): { readonly actions: Actions; readonly calls: string[] } {
  const calls: string[] = []
  const note = (name: string) => async () => void calls.push(name)
  const actions: Actions = {
    scan: note('scan'),
    detect: note('detect'),
    inspect: note('inspect'),
    report: note('report'),
    export: note('export'),
    show: note('show'),
    verify: note('verify'),
    rekey: note('rekey'),
    forget: note('forget'),
    doctor: note('doctor'),
    completion: note('completion'),
  }
  return { actions, calls }
}

const names = makeProgram(recorded().actions).commands.map((command) => command.name())

/** What `--help` prints, examples and all. */
async function helpOf(...words: string[]): Promise<string> {
  const program = makeProgram(recorded().actions)
  let text = ''
  for (const command of [program, ...program.commands]) command.configureOutput({ writeOut: (part) => (text += part) })
  const error: unknown = await program.parseAsync([...words, '--help'], { from: 'user' }).catch((thrown) => thrown)
  expect(isHelp(error)).toBe(true)
  return text
}

/** The words of a line as a shell takes them, up to a redirection, a pipe or the remark behind the command. */
function shellWords(line: string): string[] {
  const [command = ''] = line.trim().split(/ {2,}| [|>]| 2>| </)
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1)
}

describe('the help', () => {
  test('prints every command, the exit codes and examples', async () => {
    const { code, stdout, stderr } = await cli(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    for (const exit of Object.values(exitCodes)) expect(stdout).toMatch(new RegExp(`^  ${exit} +\\S`, 'm'))
    expect(stdout).not.toMatch(/\n{3}|undefined|\[object|\(default: \[\]\)/)
  })

  test.each(names)('%s: says what it does, how it is called, and gives examples that can be typed', async (name) => {
    const text = await helpOf(name)
    expect(text).toMatch(new RegExp(`^Usage: leaksift ${name} `))
    expect(text).not.toMatch(/undefined|\[object|\(default: \[\]\)/)
    if (!['doctor', 'completion'].includes(name)) expect(text).toContain('Exit codes:')
  })

  test('every example is taken as it stands', async () => {
    const texts = await Promise.all([helpOf(), ...names.map((name) => helpOf(name))])
    const examples = texts.flatMap((text) =>
      text.split('\n').flatMap((line) => /(?:^ {2}|\| |\()(leaksift (?!--help)[^)]*)/.exec(line)?.[1] ?? []),
    )
    expect(examples.length).toBeGreaterThan(15)
    for (const example of examples) {
      const { actions, calls } = recorded()
      const words = shellWords(example)
      await makeProgram(actions).parseAsync(words, { from: 'user' })
      expect(calls, example).toEqual([words[0]])
    }
  })

  test('what help says of defaults is what holds', async () => {
    const text = (await helpOf('scan')).replace(/\s+/g, ' ')
    for (const said of [
      'where the results go, and an earlier scan goes on (default: "leak.sqlite")',
      '(default: one for each processor)',
      '(default: unknown-recipients)',
      '(default: 64G)',
      '(default: 120)',
    ])
      expect(text).toContain(said)
  })

  test('help COMMAND, -h and --help are the same', async () => {
    const [one, two, three] = await Promise.all([cli(['help', 'scan']), cli(['scan', '-h']), cli(['scan', '--help'])])
    expect(one.stdout).toBe(two.stdout)
    expect(two.stdout).toBe(three.stdout)
    expect([one.code, two.code, three.code]).toEqual([0, 0, 0])
    expect((await cli(['help', 'nothing'])).code).toBe(2)
  })

  test('prints the version', async () => {
    expect(await cli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('holds no colour or other escapes, on a terminal or off it', async () => {
    for (const env of [{ NO_COLOR: '1' }, { FORCE_COLOR: '3' }]) {
      expect((await cli(['scan', '--help'], { env })).stdout).not.toContain('\x1b')
    }
  })
})
