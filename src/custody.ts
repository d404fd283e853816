import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** What a scan notes of how it was made, beside its version and options. */
export interface Custody {
  /** SHA-256 of each model by its file's name. */
  readonly models: Readonly<Record<string, string>>
  readonly environment: {
    readonly node: string
    readonly platform: string
    readonly arch: string
    /** By what the process that read the dump was confined; empty where there was none. */
    readonly isolation: readonly string[]
  }
}

const folder = new URL('../models/', import.meta.url)

/** What is so on this machine now. Reads every model once: some 20 MB. */
export function custodyOf(isolation: readonly string[]): Custody {
  const names = readdirSync(folder)
    .filter((name) => /\.(?:onnx|bin)$/.test(name))
    .sort()
  const models = names.map((name) => [name, hash('sha256', readFileSync(new URL(name, folder)), 'hex')])
  const { versions, platform, arch } = process
  return { models: Object.fromEntries(models), environment: { node: versions.node, platform, arch, isolation } }
}
