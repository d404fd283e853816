import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What the program says of an error, and its exit code. */
function told(thrown: string, ...words: string[]) {
  const script = `import { tell } from ${JSON.stringify(main)}
    process.exitCode = tell(${thrown}, ${JSON.stringify(words)})`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('an error that nobody foresaw', () => {
  test('is told as a fault of ours, with our frames and without its message', () => {
    const { status, stderr } = told(
      'new TypeError("Unexpected token in Jane Roe\\n    at jane.roe@example.org (x:1:1)")',
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^leaksift: This is a fault of leaksift, please report it\.\n {4}TypeError\n {4}at [^\n]*\n/)
    expect(stderr).not.toMatch(/jane/i)
  })

  test('is one JSON line where lines of JSON are asked for', () => {
    const { stderr } = told('new Error("Jane")', 'scan', '--progress=json')
    expect(JSON.parse(stderr)).toMatchObject({ type: 'error', exit_code: 1 })
    expect(stderr).not.toContain('Jane')
  })

  test('of the system: its own word, and no name', () => {
    const error = 'Object.assign(new Error("ENOSPC: no space left, write jane"), { code: "ENOSPC", syscall: "write" })'
    expect(told(error)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'leaksift: write failed: no space is left (ENOSPC)\n',
    })
  })

  test('may be anything', () => {
    expect(told('"jane"')).toMatchObject({ status: 1, stderr: expect.not.stringContaining('jane') })
    expect(told('undefined')).toMatchObject({ status: 1 })
  })
})
