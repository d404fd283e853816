import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeProgram } from '../../src/cli/args.ts'
import { completionScript, type Shell, shells } from '../../src/cli/completion.ts'
import { cli } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-completion-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const nothing = async () => undefined
const program = makeProgram({
  scan: nothing,
  detect: nothing,
  inspect: nothing,
  report: nothing,
  export: nothing,
  show: nothing,
  verify: nothing,
  rekey: nothing,
  forget: nothing,
  doctor: nothing,
  completion: nothing,
})

function scriptFile(shell: Shell): string {
  const file = join(work, `leaksift.${shell}`)
  writeFileSync(file, completionScript(program, shell))
  return file
}

const isThere = (shell: Shell) => spawnSync(shell, ['-c', 'true']).status === 0

const cases: readonly (readonly [line: string, includes: readonly string[], excludes: readonly string[]])[] = [
  ['leaksift sc', ['scan'], ['show', 'report']],
  ['leaksift ', ['scan', 'detect', 'inspect', 'report', 'export', 'show', 'doctor', 'completion', 'help'], []],
  ['leaksift scan --fa', ['--fail-on'], ['--fresh']],
  ['leaksift scan --fail-on ', ['low', 'medium', 'high', 'very_high'], ['--store']],
  ['leaksift scan x --progress j', ['json'], ['bar']],
  ['leaksift export --format ', ['ndjson', 'csv', 'parquet'], ['text']],
  ['leaksift report --format ', ['text', 'json', 'csv'], ['parquet']],
  ['leaksift completion ', ['bash', 'zsh', 'fish'], ['--help']],
  ['leaksift help sh', ['show'], ['scan']],
]

describe('completion', () => {
  test.each(shells)('for %s names every command, option and choice', (shell) => {
    const script = completionScript(program, shell)
    for (const command of program.commands) {
      expect(script).toContain(command.name())
      for (const { long, argChoices } of command.options) {
        expect(script).toContain(shell === 'fish' ? `-l ${long?.slice(2)}` : long)
        for (const choice of argChoices ?? []) expect(script).toContain(choice)
      }
    }
  })

  test.each(shells)('for %s is what the command prints', async (shell) => {
    const { code, stdout, stderr } = await cli(['completion', shell])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: completionScript(program, shell), stderr: '' })
  })

  describe.skipIf(!isThere('bash'))('in a real bash (skipped where there is none)', () => {
    const file = scriptFile('bash')
    const complete = (line: string): string[] => {
      const words = line.split(' ').map((word) => `'${word}'`)
      const script = `source '${file}'; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _leaksift; printf '%s\\n' "\${COMPREPLY[@]}"`
      const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })
      expect(stderr).toBe('')
      return stdout.split('\n').filter((word) => word !== '')
    }

    test.each(cases)('%s', (line, includes, excludes) => {
      const offered = complete(line)
      expect(offered).toEqual(expect.arrayContaining([...includes]))
      expect(offered.filter((word) => excludes.includes(word))).toEqual([])
    })

    test.each(['leaksift scan ', 'leaksift scan --store ', 'leaksift show le'])(
      '%s: files, which bash knows',
      (line) => {
        expect(complete(line)).toEqual([])
        expect(completionScript(program, 'bash')).toContain('complete -o default')
      },
    )
  })

  describe.skipIf(!isThere('fish'))('in a real fish (skipped where there is none)', () => {
    const file = scriptFile('fish')
    test.each(cases)('%s', (line, includes, excludes) => {
      const { stdout, stderr } = spawnSync('fish', ['-c', `source '${file}'; complete -C '${line}'`], {
        encoding: 'utf8',
        env: { ...process.env, HOME: work },
      })
      expect(stderr).toBe('')
      const offered = stdout.split('\n').map((row) => row.split('\t')[0])
      expect(offered).toEqual(expect.arrayContaining([...includes]))
      expect(offered.filter((word) => word !== undefined && excludes.includes(word))).toEqual([])
    })
  })

  test.skipIf(!isThere('zsh'))('zsh takes the script (skipped where there is none)', () => {
    const { status, stderr } = spawnSync('zsh', ['-f', '-n', scriptFile('zsh')], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
