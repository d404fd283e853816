import { describe, expect, it } from 'vitest'
import { pptx } from '../../../src/formats/office/pptx.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import {
  childrenOf,
  contentTypes,
  flagsOf,
  gapsOf,
  makeZip,
  metadataOf,
  readWith,
  relationships,
  textOf,
} from './fixtures.ts'

const open = 'application/vnd.openxmlformats-officedocument.presentationml.'
const types = {
  'ppt/presentation.xml': `${open}presentation.main+xml`,
  'ppt/slides/slide1.xml': `${open}slide+xml`,
  'ppt/slides/slide2.xml': `${open}slide+xml`,
  'ppt/slides/slide3.xml': `${open}slide+xml`,
  'ppt/notesSlides/notesSlide1.xml': `${open}notesSlide+xml`,
  'ppt/comments/comment1.xml': `${open}comments+xml`,
  'ppt/comments/modern.xml': 'application/vnd.ms-powerpoint.comments+xml',
  'ppt/commentAuthors.xml': `${open}commentAuthors+xml`,
  'ppt/slideMasters/slideMaster1.xml': `${open}slideMaster+xml`,
}
const shape = (text: string, properties = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${properties}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
const slide = (shapes: string, attributes = '') =>
  `<p:sld${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
const presentation =
  '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="rId9"/><p:sldId id="257" r:id="rId8"/></p:sldIdLst></p:presentation>'

const bytes = await makeZip({
  '[Content_Types].xml': contentTypes(types),
  'ppt/presentation.xml': presentation,
  'ppt/_rels/presentation.xml.rels': relationships([
    ['rId8', 'slide', 'slides/slide1.xml'],
    ['rId9', 'slide', 'slides/slide2.xml'],
  ]),
  'ppt/slides/slide1.xml': slide(shape('shown second'), ' show="0"'),
  'ppt/slides/slide2.xml': slide(`${shape('shown first')}${shape('Zora Quill')}`),
  'ppt/slides/slide3.xml': slide(shape('in no list')),
  'ppt/slides/_rels/slide1.xml.rels': relationships([
    ['rId1', 'notesSlide', '../notesSlides/notesSlide1.xml'],
    ['rId2', 'comments', '../comments/comment1.xml'],
    ['rId3', 'hyperlink', 'https://example.org/plan', true],
  ]),
  'ppt/notesSlides/notesSlide1.xml': slide(shape('say this')).replaceAll('p:sld', 'p:notes'),
  'ppt/comments/comment1.xml':
    '<p:cmLst><p:cm authorId="0"><p:text>is this right?</p:text></p:cm><p:cm><p:text>yes</p:text></p:cm></p:cmLst>',
  'ppt/comments/modern.xml': `<p188:cmLst><p188:cm><p188:txBody><a:p><a:r><a:t>modern</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>`,
  'ppt/commentAuthors.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="Abel Tern" initials="AT"/></p:cmAuthorLst>',
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster><p:cSld>${shape('Click to edit', '<p:ph type="title"/>')}${shape('Clinic Lindenhof')}</p:cSld></p:sldMaster>`,
  'ppt/media/image1.jpeg': 'picture',
})

formatContract(pptx, [
  {
    name: 'three slides',
    bytes,
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
])

describe('pptx', () => {
  it('reads slides in order, each with its notes and comments, then the rest', async () => {
    const extracts = await readWith(pptx, bytes)
    expect(Object.entries(textOf(extracts))).toEqual([
      ['slide 1', 'shown first\nZora Quill'],
      ['slide 2', 'shown second'],
      ['notes 2', 'say this'],
      ['comments 2', 'is this right?\nyes'],
      ['slide 3', 'in no list'],
      ['other comments 1', 'modern'],
      ['master', 'Clinic Lindenhof'],
      ['links', 'https://example.org/plan'],
    ])
    expect(metadataOf(extracts)).toEqual([['CommentAuthor', 'Abel Tern']])
    expect(flagsOf(extracts)).toEqual(['hidden_slide'])
    expect(await childrenOf(extracts)).toEqual({ 'ppt/media/image1.jpeg': 'picture' })
    expect(gapsOf(extracts)).toEqual([])
  })

  it('reads tables and the breaks of paragraphs', async () => {
    const cell = (text: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`
    const table = `<a:tbl><a:tr>${cell('Name')}${cell('Price')}</a:tr><a:tr>${cell('Zora')}${cell('12')}</a:tr></a:tbl>`
    const deck = await makeZip({
      '[Content_Types].xml': contentTypes(types),
      'ppt/presentation.xml': presentation,
      'ppt/slides/slide1.xml': slide(
        `${table}<p:sp><a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p></p:sp>`,
      ),
    })
    expect(textOf(await readWith(pptx, deck))['slide 1']).toBe('Name\tPrice\nZora\t12\na\nb')
  })
})
