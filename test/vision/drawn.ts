import sharp from 'sharp'

/** A drawn scene in SVG, as a JPEG or PNG. Everything in it is made up. */
export function drawn(
  width: number,
  height: number,
  content: string,
  format: 'jpeg' | 'png' = 'jpeg',
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <defs>
      <radialGradient id="skin" cx="0.42" cy="0.38" r="0.75">
        <stop offset="0" stop-color="#f0c8a8"/><stop offset="0.65" stop-color="#d9a583"/><stop offset="1" stop-color="#9a6a4c"/>
      </radialGradient>
      <filter id="soft"><feGaussianBlur stdDeviation="1.6"/></filter>
      <filter id="softer"><feGaussianBlur stdDeviation="5"/></filter>
    </defs>
    <rect width="100%" height="100%" fill="#8fa3ad"/>${content}</svg>`
  return sharp(Buffer.from(svg)).toFormat(format).toBuffer()
}

/** A head with shoulders, shaded: its middle, and the height of the face in pixels. */
export function head(x: number, y: number, height: number): string {
  const s = height / 200
  return `<g transform="translate(${x} ${y}) scale(${s})">
    <path d="M-210 330 C-200 190 -90 165 -52 150 L52 150 C90 165 200 190 210 330 Z" fill="#3b4a66"/>
    <path d="M-46 80 L-50 165 Q0 200 50 165 L46 80 Z" fill="#c08b69"/>
    <ellipse cx="0" cy="-30" rx="112" ry="128" fill="#3a2a20"/>
    <path d="M-92 -20 C-96 60 -58 118 0 128 C58 118 96 60 92 -20 C88 -98 46 -122 0 -122 C-46 -122 -88 -98 -92 -20 Z" fill="url(#skin)"/>
    <ellipse cx="-95" cy="8" rx="13" ry="26" fill="#c9967a"/><ellipse cx="95" cy="8" rx="13" ry="26" fill="#b98768"/>
    <path d="M-98 -30 C-90 -120 -40 -140 0 -138 C40 -140 90 -120 98 -30 C80 -80 50 -98 0 -98 C-50 -98 -80 -80 -98 -30 Z" fill="#3a2a20"/>
    <g filter="url(#softer)" fill="#7d5238" opacity="0.55">
      <ellipse cx="-40" cy="-14" rx="30" ry="15"/><ellipse cx="40" cy="-14" rx="30" ry="15"/>
      <ellipse cx="0" cy="54" rx="26" ry="8"/><ellipse cx="0" cy="104" rx="30" ry="9"/>
    </g>
    <g filter="url(#soft)">
      <path d="M-66 -38 Q-42 -54 -16 -40 L-18 -33 Q-42 -44 -64 -31 Z" fill="#2d1f17"/>
      <path d="M66 -38 Q42 -54 16 -40 L18 -33 Q42 -44 64 -31 Z" fill="#2d1f17"/>
      <path d="M-62 -10 Q-40 -28 -18 -8 Q-40 4 -62 -10 Z" fill="#f4efe9"/><path d="M62 -10 Q40 -28 18 -8 Q40 4 62 -10 Z" fill="#f4efe9"/>
      <circle cx="-40" cy="-12" r="9.5" fill="#33261c"/><circle cx="40" cy="-12" r="9.5" fill="#33261c"/>
      <path d="M-63 -11 Q-40 -30 -17 -9" stroke="#2a1a12" stroke-width="4" fill="none"/>
      <path d="M63 -11 Q40 -30 17 -9" stroke="#2a1a12" stroke-width="4" fill="none"/>
      <path d="M-8 -10 Q-14 26 -20 40 Q-10 52 0 50 Q10 52 20 40 Q14 26 10 -6" fill="#b67f5f" opacity="0.55"/>
      <path d="M-20 42 Q-12 50 -6 45 M20 42 Q12 50 6 45" stroke="#6b3f2a" stroke-width="4" fill="none"/>
      <path d="M-36 78 Q-14 68 0 74 Q14 68 36 78 Q0 84 -36 78 Z" fill="#a8483f"/>
      <path d="M-36 79 Q0 84 36 79 Q18 98 0 98 Q-18 98 -36 79 Z" fill="#c0605a"/>
      <path d="M-36 79 Q0 84 36 79" stroke="#5c2420" stroke-width="3" fill="none"/>
    </g>
  </g>`
}
