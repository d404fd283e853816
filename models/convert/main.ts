/**
 * Makes the ONNX files of this folder from the TensorFlow.js weights in the packages
 * `@vladmandic/human` and `nsfwjs`:
 *
 *     node models/convert/main.ts
 *
 * The same weights give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { conversions } from './conversions.ts'

for (const [name, convert] of Object.entries(conversions)) {
  const bytes = convert()
  writeFileSync(new URL(`../${name}.onnx`, import.meta.url), bytes)
  console.log(`${name}.onnx: ${bytes.length} bytes`)
}
