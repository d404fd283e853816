import { emailAddress } from '../../../src/detectors/generic/email-address.ts'
import { table } from '../table.ts'

table(emailAddress, [
  ['jane.roe@example.com', ['jane.roe@example.com']],
  ['<jane.roe@example.com>,"j"<x_y+z@mail.example.co.uk>.', ['jane.roe@example.com', 'x_y+z@mail.example.co.uk']],
  ['mailto:jane@example.org?subject=x', ['jane@example.org']],
  ['josé.núñez@correo.es', ['josé.núñez@correo.es']],
  ["o'neil@example.ie, o’neil@example.ie", ["o'neil@example.ie", 'o’neil@example.ie']],
  ['user@xn--80ak6aa92e.com', ['user@xn--80ak6aa92e.com']],
  ['jane@example.com.', ['jane@example.com']],
  ['jane@example.comRoe', ['jane@example.com']],
  ['j.roe @ clinic . com', ['j.roe @ clinic . com']],
  ['jane@clinic.internal', ['jane@clinic.internal']],
  ['to=jane@example.com&cc=joe@example.com', ['jane@example.com', 'joe@example.com']],
  ['jane@localhost', []],
  ['icon@2x.png', []],
  ['jane.@example.com', []],
  ['@jane.roe', []],
  ['price @ 12.50', []],
  ['npm i left-pad@1.3.0', []],
])
