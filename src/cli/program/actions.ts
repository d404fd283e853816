import type { Shell } from '../completion.ts'

/** What the commands do; each gets its arguments and its raw options. */
export interface Actions {
  scan(sources: string[], options: RawOptions): Promise<void>
  detect(file: string, options: RawOptions): Promise<void>
  inspect(file: string, options: RawOptions): Promise<void>
  report(store: string, options: RawOptions): Promise<void>
  export(store: string, options: RawOptions): Promise<void>
  show(store: string, uri: string, options: RawOptions): Promise<void>
  verify(store: string, sources: string[], options: RawOptions): Promise<void>
  rekey(store: string, options: RawOptions): Promise<void>
  forget(store: string, options: RawOptions): Promise<void>
  doctor(options: RawOptions): Promise<void>
  completion(shell: Shell): Promise<void>
}
export type RawOptions = Readonly<Record<string, unknown>>
