import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type DetectOptions, detectText, type PrintedFinding, printedFinding } from '../../detect-text.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { codeOf, UsageError, writeOut } from '../streams.ts'

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().optional(),
  entities: z.array(z.string()).optional(),
})

/** Bytes of a text that is read whole; a larger one belongs into a scan. */
const textLimit = 256 * 2 ** 20

/** Finds personal data in a text, or in each text of an NDJSON stream; answers keep the order. */
export async function detectCommand(file: string, raw: RawOptions): Promise<ExitCode> {
  const show = { clear: raw.values === 'clear', explain: raw.explain === true }
  const options: DetectOptions = {
    ...(typeof raw.language === 'string' ? { language: raw.language } : {}),
    ...(Array.isArray(raw.entities) ? { entities: raw.entities } : {}),
    ...(typeof raw.minConfidence === 'number' ? { minConfidence: raw.minConfidence } : {}),
  }
  if (raw.format === 'ndjson') await eachLine(file, options, show)
  else
    for (const finding of detectText(await wholeText(file), options))
      writeOut(`${textLine(printedFinding(finding, show))}\n`)
  return exitCodes.done
}

async function eachLine(
  file: string,
  options: DetectOptions,
  show: { clear: boolean; explain: boolean },
): Promise<void> {
  let number = 0
  for await (const json of createInterface({ input: await openInput(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (json.trim() === '') continue
    const { id, text, language, entities } = parseLine(json, number)
    const findings = detectText(text, {
      ...options,
      ...(language ? { language } : {}),
      ...(entities ? { entities } : {}),
    })
    writeOut(`${JSON.stringify({ id, findings: findings.map((finding) => printedFinding(finding, show)) })}\n`)
  }
}

function parseLine(json: string, number: number): z.infer<typeof line> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    // JSON's own message quotes the input, which may hold personal data.
    throw new UsageError(`line ${number} of the input is not JSON`)
  }
  const parsed = line.safeParse(value)
  if (!parsed.success)
    throw new UsageError(`line ${number} of the input is not of the form {"id", "text", "language"?, "entities"?}`)
  return parsed.data
}

/** `EMAIL_ADDRESS  12-31  0.95  j•••@e•••.org`, and the steps below it where asked for. */
function textLine({ entity, start, end, confidence, masked, text, because }: PrintedFinding): string {
  const steps = because?.map(({ step, note, confidence: after }) => `    ${step}: ${note} → ${after.toFixed(2)}`) ?? []
  return [
    `${entity}  ${start}-${end}  ${confidence.toFixed(2)}  ${JSON.stringify(text ?? masked).slice(1, -1)}`,
    ...steps,
  ].join('\n')
}

async function wholeText(file: string): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of await openInput(file)) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > textLimit) throw new UsageError('the text is larger than 256 MB; use scan')
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Standard input, or a file that could really be opened. */
async function openInput(file: string): Promise<NodeJS.ReadableStream & AsyncIterable<Buffer>> {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', (error) => reject(new UsageError(`can't read ${JSON.stringify(file)}: ${codeOf(error)}`)))
  })
  return stream
}
