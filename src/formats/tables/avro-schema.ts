/** A type of Avro (https://avro.apache.org/docs/1.12.0/specification/), as far as values are read by it. */
export type AvroType =
  | {
      readonly is: 'null' | 'boolean' | 'int' | 'long' | 'float' | 'double' | 'bytes' | 'string'
      readonly logical?: string
    }
  | { readonly is: 'record'; readonly fields: readonly { readonly name: string; readonly type: AvroType }[] }
  | { readonly is: 'array' | 'map'; readonly of: AvroType }
  | { readonly is: 'union'; readonly of: readonly AvroType[] }
  | { readonly is: 'enum'; readonly symbols: readonly string[] }
  | { readonly is: 'fixed'; readonly size: number }
  | { readonly is: 'named'; readonly name: string }

/** A schema with the types that it gives names to. */
export interface AvroSchema {
  readonly root: AvroType
  readonly named: ReadonlyMap<string, AvroType>
}

/** Types within each other. */
const depthAtMost = 100
const primitives = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const

/** The schema that this JSON describes; undefined where it describes none. */
export function avroSchema(json: unknown): AvroSchema | undefined {
  const named = new Map<string, AvroType>()
  const root = typeOf(json, named, 0)
  return root && { root, named }
}

function typeOf(json: unknown, named: Map<string, AvroType>, depth: number): AvroType | undefined {
  if (depth > depthAtMost) return undefined
  if (typeof json === 'string') {
    const primitive = primitives.find((name) => name === json)
    return primitive ? { is: primitive } : { is: 'named', name: shortName(json) }
  }
  if (Array.isArray(json)) {
    const of = json.map((one) => typeOf(one, named, depth + 1))
    return of.every((one) => one !== undefined) ? { is: 'union', of } : undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  return complexType(json as Readonly<Record<string, unknown>>, named, depth)
}

function complexType(
  json: Readonly<Record<string, unknown>>,
  named: Map<string, AvroType>,
  depth: number,
): AvroType | undefined {
  const { type, name, fields, items, values, symbols, size, logicalType } = json
  const keep = (made: AvroType): AvroType => {
    if (typeof name === 'string') named.set(shortName(name), made)
    return made
  }
  if (type === 'record' || type === 'error') {
    if (!Array.isArray(fields)) return undefined
    const own: { name: string; type: AvroType }[] = []
    const record = keep({ is: 'record', fields: own })
    for (const field of fields) {
      const inner = typeOf(field?.type, named, depth + 1)
      if (!inner) return undefined
      own.push({ name: String(field.name), type: inner })
    }
    return record
  }
  if (type === 'array' || type === 'map') {
    const of = typeOf(type === 'array' ? items : values, named, depth + 1)
    return of && { is: type, of }
  }
  if (type === 'enum') return Array.isArray(symbols) ? keep({ is: 'enum', symbols: symbols.map(String) }) : undefined
  if (type === 'fixed') return typeof size === 'number' && size >= 0 ? keep({ is: 'fixed', size }) : undefined
  const primitive = primitives.find((one) => one === type)
  if (primitive) return typeof logicalType === 'string' ? { is: primitive, logical: logicalType } : { is: primitive }
  return typeOf(type, named, depth + 1)
}

/** Namespaces are left out: names that differ only in them are hardly met. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
