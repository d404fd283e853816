import { describe, expect, it } from 'vitest'
import { html } from '../../src/formats/html.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const page = `<!DOCTYPE html>
<html><head><title>Quote for Jane Roe</title><meta name="author" content="Dr Jim Doe"><meta name="viewport" content="width=1">
<script type="application/ld+json">{"@type":"Person","name":"Jane Roe"}</script><script>var hidden = 1</script>
<style>p { color: red }</style></head>
<body><!-- written by Jim --><h1>Treatment&nbsp;plan</h1>
<table><tr><th>Name</th><td>Jane <b>Roe</b></td></tr><tr><th>Born</th><td>3 February 1984</td></tr></table>
<p>First line<br>second line</p><ul><li>one<li>two</ul>
<form>Phone <input value="0612345678"><input type="submit" value="Send"></form>
<a href="mailto:jane@example.org">write</a><img src="a.png" alt="a face">
<div style="display:none">not seen</div><pre>a  b
 c</pre></body></html>`

formatContract(
  html,
  [
    { name: 'a page', bytes: Buffer.from(page), mediaType: 'text/html' },
    { name: 'a fragment', bytes: Buffer.from('<div><p>Jane</p><p>Roe</p></div>\n'), mediaType: 'text/html' },
    {
      name: 'XHTML',
      bytes: Buffer.from(
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Jane</p></body></html>',
      ),
      mediaType: 'application/xhtml+xml',
    },
  ],
  { streamed: true },
)

describe('HTML', () => {
  it('is read as a reader sees it, with hidden text, comments, attributes and data besides', async () => {
    const { text, extracts, gaps } = await read(html, page)
    expect(text.text).toBe(
      'Treatment plan\n\nName\tJane Roe\nBorn\t3 February 1984\n\nFirst line\nsecond line\n\none\ntwo\n\n' +
        'Phone 0612345678\nwrite a face\nnot seen\na  b\n c\n',
    )
    expect(text.comments).toBe('written by Jim\n')
    expect(text.attributes).toBe('href: mailto:jane@example.org\nsrc: a.png\n')
    expect(text.data).toBe('@type: Person\nname: Jane Roe\n\n')
    expect(extracts.filter(({ what }) => what === 'metadata')).toEqual([
      { what: 'metadata', name: 'Title', value: 'Quote for Jane Roe', personal: true },
      { what: 'metadata', name: 'Author', value: 'Dr Jim Doe', personal: true },
    ])
    expect(gaps).toEqual([])
  })

  it.each([
    ['<p>Jane</p> and a README', undefined],
    ['# Title\n<p>Jane</p>', undefined],
    ['if (a < b) return', undefined],
    ['<note><to>Jane</to></note>', undefined],
    ['\n\n<HTML><BODY>Jane', 'text/html'],
    ['<!-- saved --><html><body>Jane', 'text/html'],
    ['<?php echo 1 ?>\n<html><body>Jane</body></html>', 'text/html'],
  ])('%j is %s', async (content, mediaType) => {
    expect((await read(html, content)).mediaType).toBe(mediaType)
  })

  it('expands no entities of its own and decodes those of HTML', async () => {
    const { text } = await read(
      html,
      '<!DOCTYPE html [<!ENTITY a "aaaa">]><html><p>M&uuml;ller &amp; S&ouml;hne &a;</p></html>',
    )
    expect(text.text).toContain('Müller & Söhne &a;')
  })

  it('says where embedded pictures were not examined', async () => {
    const uri = `data:image/png;base64,${'QUJD'.repeat(400)}`
    expect((await read(html, `<html><img src="${uri}"></html>`)).gaps).toEqual(['unsupported_type'])
    expect((await read(html, `<html><style>a{background:url(${uri})}</style></html>`)).gaps).toEqual([
      'unsupported_type',
    ])
    expect((await read(html, '<html><img src="data:image/png;base64,QUJD"></html>')).gaps).toEqual([])
  })

  it('reads programs in a page', async () => {
    const { text } = await read(html, '<?php $password = "s3cret" ?><html><p>Jane</p></html>')
    expect(text).toEqual({ text: 'Jane\n\n', comments: '?php $password = "s3cret" ?\n' })
  })

  it('stops where elements stand too deep within each other', async () => {
    const deep = `<html>${'<div>'.repeat(20)}Jane`
    expect((await read(html, deep, { nesting: 22 })).gaps).toEqual([])
    expect((await read(html, deep, { nesting: 20 })).gaps).toEqual(['too_deep'])
  })

  it('stops at a tag that has no end', async () => {
    const { gaps, text } = await read(html, `<html><p>Jane</p><a href="${'x '.repeat(5 * 2 ** 20)}`)
    expect(text.text).toBe('Jane\n\n')
    expect(gaps).toEqual(['too_large'])
  })
})
