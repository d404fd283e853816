/** A member of a tar file, with anything about it that a writer would not do. */
export interface RawTarMember {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** '0' a file. */
  readonly type?: string
  /** Seconds since 1970. */
  readonly mtime?: number
  /** The prefix of ustar names, or none. */
  readonly prefix?: string
  /** Bytes that it says it has. */
  readonly size?: number
  readonly magic?: 'ustar\0' | 'ustar ' | ''
  readonly link?: string
}

/** A tar file (POSIX.1-1988 ustar) of these members, with the two blocks of zeros that end it. */
export function makeTar(members: readonly RawTarMember[]): Buffer {
  return Buffer.concat([...members.flatMap(tarMember), Buffer.alloc(1_024)])
}

/** The header and the data of one member. */
export function tarMember(member: RawTarMember): Buffer[] {
  const { name, content = '', type = '0', mtime = 0, prefix = '', magic = 'ustar\0', link = '' } = member
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(512)
  Buffer.from(name).copy(header, 0, 0, 100)
  header.write('0000644\0', 100)
  const size = member.size ?? bytes.length
  if (size < 8 ** 11) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  header.write(`${mtime.toString(8).padStart(11, '0')}\0`, 136)
  header.write(type, 156)
  header.write(link, 157)
  header.write(magic, 257)
  header.write(prefix, 345)
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
}

/** The data of a pax header: records that state their own length. */
export function paxRecords(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => {
      const rest = Buffer.byteLength(` ${key}=${value}\n`)
      const length = [1, 2, 3, 4].map((digits) => rest + digits).find((sum) => `${sum}`.length + rest === sum)
      return `${length} ${key}=${value}\n`
    })
    .join('')
}
