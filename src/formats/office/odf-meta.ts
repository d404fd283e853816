import type { Sink } from './sink.ts'
import { attribute, type XmlHandler } from './xml.ts'

interface Property {
  readonly name: string
  readonly is: 'person' | 'personal' | 'plain'
}

/** Elements of `meta.xml` (ISO/IEC 26300-1, 4.3), under the names that ExifTool gives the same facts in other files. */
const properties: Readonly<Record<string, Property>> = {
  title: { name: 'Title', is: 'personal' },
  subject: { name: 'Subject', is: 'personal' },
  description: { name: 'Description', is: 'personal' },
  keyword: { name: 'Keywords', is: 'personal' },
  'initial-creator': { name: 'Creator', is: 'person' },
  creator: { name: 'LastModifiedBy', is: 'person' },
  'printed-by': { name: 'PrintedBy', is: 'person' },
  'creation-date': { name: 'CreateDate', is: 'plain' },
  date: { name: 'ModifyDate', is: 'plain' },
  'print-date': { name: 'LastPrinted', is: 'plain' },
  generator: { name: 'Application', is: 'plain' },
  language: { name: 'Language', is: 'plain' },
  'editing-cycles': { name: 'RevisionNumber', is: 'plain' },
  'editing-duration': { name: 'TotalEditTime', is: 'plain' },
}

/** Counts, as attributes of `document-statistic`. */
const counts: Readonly<Record<string, string>> = {
  'page-count': 'Pages',
  'word-count': 'Words',
  'character-count': 'Characters',
  'paragraph-count': 'Paragraphs',
  'table-count': 'Tables',
  'image-count': 'Images',
  'object-count': 'Objects',
}

/** `meta.xml`: who made the document, when, with what. */
export function odfMetaHandler(sink: Sink): XmlHandler {
  let current: Property | undefined
  let label = ''
  let value = ''
  return {
    open(name, attributes) {
      if (name === 'document-statistic') {
        for (const [key, told] of Object.entries(counts)) sink.metadata(told, attribute(attributes, key), false)
      } else if (name === 'template') sink.metadata('Template', attribute(attributes, 'href'), true)
      else if (name === 'user-defined') {
        current = { name: 'CustomProperty', is: 'personal' }
        label = `${attribute(attributes, 'name')}: `
        value = ''
      } else if (Object.hasOwn(properties, name)) {
        current = properties[name]
        label = ''
        value = ''
      }
    },
    text(text) {
      if (current && value.length <= sink.limits.metadataCharacters) value += text
    },
    close(name) {
      if (!current || (name !== 'user-defined' && !Object.hasOwn(properties, name))) return
      if (current.is === 'person') sink.person(current.name, value)
      else if (value.trim() !== '') sink.metadata(current.name, label + value.trim(), current.is === 'personal')
      current = undefined
    },
  }
}
