import { url } from '../../../src/detectors/generic/url.ts'
import { table } from '../table.ts'

table(url, [
  ['see https://example.com/a?b=c#d.', ['https://example.com/a?b=c#d']],
  ['(https://example.com/wiki/A_(b))', ['https://example.com/wiki/A_(b)']],
  ['"http://example.org/", <ftp://192.0.2.1/x>', ['http://example.org/', 'ftp://192.0.2.1/x']],
  ['www.clinic.fr/contact, www.clinic.co.uk', ['www.clinic.fr/contact', 'www.clinic.co.uk']],
  ['http://[2001:db8::1]:8080/', ['http://[2001:db8::1]:8080/']],
  ['website: clinic.example.com', ['clinic.example.com']],
  ['site web clinique-nord.fr', ['clinique-nord.fr']],
  ['clinique-nord.fr', []],
  ['www.clinic', []],
  ['https://', []],
  ['end.Start of main.ts', []],
  ['jane@example.com', []],
  ['self.name and user.id', []],
])
