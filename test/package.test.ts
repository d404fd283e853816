import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest: {
  name: string
  allowScripts: Record<string, boolean>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
} = JSON.parse(read('package.json'))
const lock: { packages: Record<string, Record<string, unknown>> } = JSON.parse(read('package-lock.json'))

describe('the package', () => {
  test('pins every dependency', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/.test(version))).toEqual([])
  })

  test('depends on nothing that it does not use', () => {
    const sources = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(`src/${file}`))
      .join('\n')
    const isUsed = (name: string) =>
      sources.includes(`'${name}`) ||
      (name.startsWith('@tesseract.js-data/') && sources.includes('@tesseract.js-data/'))
    expect(Object.keys(manifest.dependencies).filter((name) => !isUsed(name))).toEqual([])
  })

  test('has a lock file that names no host and compiles nothing (npm run lock)', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/)
    expect(lock.packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false })
  })

  test('runs no install script but that of the pinned Node', () => {
    const scripts = Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript === true)
    const allowed = scripts.filter(([path]) => manifest.allowScripts[path.replace(/^.*node_modules\//, '')] !== false)
    expect(allowed.map(([path]) => path)).toEqual(['node_modules/node'])
  })

  test('links in nothing under the GPL or AGPL', () => {
    const licences = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true)
    expect(licences.filter(([, { license }]) => /(^|[^L])GPL/.test(String(license))).map(([path]) => path)).toEqual([])
  })
})
