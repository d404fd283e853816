import type { Extract } from '../../core/content.ts'
import type { OfficePackage } from './package.ts'
import { readPart } from './part-text.ts'
import type { Sink } from './sink.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** How one property is told: ExifTool's name, and what kind of thing it is. */
interface Property {
  readonly name: string
  readonly is: 'person' | 'personal' | 'plain' | 'minutes'
}

/** `docProps/core.xml` (ECMA-376 part 2, 11) and `docProps/app.xml` (part 1, 22.2), by element. */
const properties: Readonly<Record<string, Property>> = {
  title: { name: 'Title', is: 'personal' },
  subject: { name: 'Subject', is: 'personal' },
  creator: { name: 'Creator', is: 'person' },
  keywords: { name: 'Keywords', is: 'personal' },
  description: { name: 'Description', is: 'personal' },
  lastModifiedBy: { name: 'LastModifiedBy', is: 'person' },
  revision: { name: 'RevisionNumber', is: 'plain' },
  lastPrinted: { name: 'LastPrinted', is: 'plain' },
  created: { name: 'CreateDate', is: 'plain' },
  modified: { name: 'ModifyDate', is: 'plain' },
  category: { name: 'Category', is: 'personal' },
  contentStatus: { name: 'ContentStatus', is: 'plain' },
  identifier: { name: 'Identifier', is: 'personal' },
  language: { name: 'Language', is: 'plain' },
  version: { name: 'Version', is: 'plain' },
  Template: { name: 'Template', is: 'personal' },
  TotalTime: { name: 'TotalEditTime', is: 'minutes' },
  Pages: { name: 'Pages', is: 'plain' },
  Words: { name: 'Words', is: 'plain' },
  Characters: { name: 'Characters', is: 'plain' },
  Application: { name: 'Application', is: 'plain' },
  DocSecurity: { name: 'DocSecurity', is: 'plain' },
  Lines: { name: 'Lines', is: 'plain' },
  Paragraphs: { name: 'Paragraphs', is: 'plain' },
  Slides: { name: 'Slides', is: 'plain' },
  Notes: { name: 'Notes', is: 'plain' },
  HiddenSlides: { name: 'HiddenSlides', is: 'plain' },
  PresentationFormat: { name: 'PresentationTarget', is: 'plain' },
  Manager: { name: 'Manager', is: 'person' },
  Company: { name: 'Company', is: 'personal' },
  TitlesOfParts: { name: 'TitlesOfParts', is: 'personal' },
  HyperlinkBase: { name: 'HyperlinkBase', is: 'personal' },
  AppVersion: { name: 'AppVersion', is: 'plain' },
}

/** What the document says of itself, under ExifTool's names. */
export async function* readProperties(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  for (const part of [...pkg.byRole('core'), ...pkg.byRole('app')])
    yield* readPart(pkg, part, propertyHandler(sink), sink)
  for (const part of pkg.byRole('custom')) yield* readPart(pkg, part, customHandler(sink), sink)
  if (pkg.byRole('thumbnail').length > 0) sink.flag('embedded_preview')
  if (pkg.byRole('macros').length > 0) sink.flag('macros')
  if (pkg.byRole('signature').length > 0) sink.flag('digital_signature')
  yield* sink.drain()
}

function propertyHandler(sink: Sink): XmlHandler {
  let current: Property | undefined
  let value = ''
  const list: string[] = []
  return {
    open(name) {
      if (Object.hasOwn(properties, name)) [current, value] = [properties[name], '']
    },
    text(text) {
      if (current && value.length <= sink.limits.metadataCharacters) value += text
    },
    close(name) {
      // The entries of a list (`TitlesOfParts`) are elements of their own.
      if (current && name === 'lpstr' && list.length < sink.limits.metadata) {
        list.push(value.trim())
        value = ''
      }
      if (!current || !Object.hasOwn(properties, name)) return
      tell(current, [...list.splice(0), value].join('; ').replace(/[;\s]+$/, ''), sink)
      current = undefined
    },
  }
}

function tell({ name, is }: Property, value: string, sink: Sink): void {
  if (is === 'person') for (const one of value.split(';')) sink.person(name, one)
  else if (is === 'minutes')
    sink.metadata(name, /^\d{1,10}$/.test(value) ? `${value} minute${Number(value) === 1 ? '' : 's'}` : value, false)
  else sink.metadata(name, value, is === 'personal')
}

/** `docProps/custom.xml`: names are chosen by the writer and may tell of people, so they are part of the value. */
function customHandler(sink: Sink): XmlHandler {
  let name: string | undefined
  let value = ''
  return {
    open(element, attributes) {
      if (element === 'property') [name, value] = [attribute(attributes, 'name'), '']
    },
    text(text) {
      if (name !== undefined && value.length <= sink.limits.metadataCharacters) value += text
    },
    close(element) {
      if (element !== 'property' || name === undefined) return
      if (value.trim() !== '') sink.metadata('CustomProperty', `${name}: ${value.trim()}`, true)
      name = undefined
    },
  }
}
