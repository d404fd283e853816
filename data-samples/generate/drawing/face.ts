/** What a drawn head looks like. Colours as #rrggbb. */
export interface Looks {
  readonly skin: string
  readonly shade: string
  readonly hair: string
  readonly eyes: string
  readonly lips: string
  readonly cut: 'long' | 'short' | 'bob' | 'bald' | 'scarf'
  readonly top: string
  readonly beard?: boolean
  /** Half width of the nose, 14 … 26. */
  readonly nose?: number
  /** 0 … 1: lines on forehead and beside the mouth. */
  readonly age?: number
  /** Markings of a surgeon's pen on nose and cheeks. */
  readonly marked?: boolean
  /** Bruises below the eyes. */
  readonly bruised?: boolean
}

/** The patients' and practitioners' drawn faces by key. */
export const faces = {
  camille: {
    skin: '#e9c0a2',
    shade: '#c98f6e',
    hair: '#5b3420',
    eyes: '#5d7a45',
    lips: '#b8525a',
    cut: 'long',
    top: '#dfe6ea',
    nose: 22,
  },
  eleanor: {
    skin: '#f1d0bd',
    shade: '#d49f86',
    hair: '#b98b4e',
    eyes: '#4f7390',
    lips: '#b5616b',
    cut: 'bob',
    top: '#364a5e',
    age: 0.5,
  },
  joerg: {
    skin: '#e6bb9c',
    shade: '#bf8663',
    hair: '#8a8077',
    eyes: '#58708a',
    lips: '#a5685c',
    cut: 'short',
    top: '#2f4238',
    beard: true,
    age: 0.8,
  },
  annelie: {
    skin: '#f3d6c6',
    shade: '#d8a68f',
    hair: '#c9a25c',
    eyes: '#5c87a3',
    lips: '#c0636c',
    cut: 'long',
    top: '#ece3d4',
  },
  carmen: {
    skin: '#d9a882',
    shade: '#ae7650',
    hair: '#2c1d16',
    eyes: '#4a3222',
    lips: '#a84a50',
    cut: 'bob',
    top: '#8c2f39',
    age: 0.3,
  },
  niccolo: {
    skin: '#dcae8a',
    shade: '#b27d58',
    hair: '#33241b',
    eyes: '#5b4327',
    lips: '#9e5a52',
    cut: 'short',
    top: '#41516b',
  },
  idriss: {
    skin: '#b98157',
    shade: '#8c5a38',
    hair: '#1d1512',
    eyes: '#3a2617',
    lips: '#8b4d46',
    cut: 'short',
    top: '#e8e8e8',
    beard: true,
  },
  rajesh: {
    skin: '#a8734c',
    shade: '#7c4f30',
    hair: '#17110f',
    eyes: '#2f1d12',
    lips: '#7f443e',
    cut: 'bald',
    top: '#5a6a52',
  },
  noura: {
    skin: '#d2a179',
    shade: '#a5744d',
    hair: '#1c1a22',
    eyes: '#3f2a1b',
    lips: '#a55558',
    cut: 'scarf',
    top: '#1c1a22',
  },
} as const satisfies Record<string, Looks>

/** Head and shoulders in a field of 400 × 480, without background. `id` keeps the gradients of several heads apart. */
export function head(looks: Looks, id: string): string {
  const nose = looks.nose ?? 18
  return `<defs>
<radialGradient id="${id}skin" cx="0.42" cy="0.4" r="0.75"><stop offset="0" stop-color="${looks.skin}"/><stop offset="0.72" stop-color="${looks.skin}"/><stop offset="1" stop-color="${looks.shade}"/></radialGradient>
<linearGradient id="${id}neck" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${looks.shade}"/><stop offset="0.6" stop-color="${looks.skin}"/></linearGradient>
<radialGradient id="${id}iris"><stop offset="0.25" stop-color="#120d0a"/><stop offset="0.34" stop-color="${looks.eyes}"/><stop offset="0.9" stop-color="${looks.eyes}"/><stop offset="1" stop-color="#2a201a"/></radialGradient>
<radialGradient id="${id}hair" cx="0.45" cy="0.2" r="0.9"><stop offset="0" stop-color="${lighter(looks.hair)}"/><stop offset="1" stop-color="${looks.hair}"/></radialGradient>
<filter id="${id}soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="5"/></filter>
<filter id="${id}fine" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="1.1"/></filter>
</defs>
${backHair(looks, id)}
<path d="M158 320 L158 390 C120 405 60 410 34 480 L366 480 C340 410 280 405 242 390 L242 320 Z" fill="url(#${id}neck)"/>
<path d="M20 480 C40 420 95 405 150 396 C170 425 230 425 250 396 C305 405 360 420 380 480 Z" fill="${looks.top}"/>
<ellipse cx="96" cy="226" rx="14" ry="30" fill="${looks.shade}"/><ellipse cx="304" cy="226" rx="14" ry="30" fill="${looks.shade}"/>
<path d="M98 190 C96 110 140 66 200 66 C260 66 304 110 302 190 C302 260 290 300 262 332 C244 352 222 364 200 364 C178 364 156 352 138 332 C110 300 98 260 98 190 Z" fill="url(#${id}skin)"/>
<g filter="url(#${id}soft)" opacity="0.45"><ellipse cx="135" cy="262" rx="24" ry="17" fill="${looks.lips}" opacity="0.5"/><ellipse cx="265" cy="262" rx="24" ry="17" fill="${looks.lips}" opacity="0.5"/><path d="M112 300 C140 350 260 350 288 300 C270 372 130 372 112 300 Z" fill="${looks.shade}"/><path d="M130 184 C150 172 172 176 182 190 L182 214 L130 212 Z" fill="${looks.shade}"/><path d="M270 184 C250 172 228 176 218 190 L218 214 L270 212 Z" fill="${looks.shade}"/></g>
${looks.beard ? beard(looks, id) : ''}
${eye(158, looks, id)}${eye(242, looks, id)}
${brow(looks)}
<g filter="url(#${id}fine)"><path d="M192 196 C188 230 ${200 - nose} 246 ${200 - nose} 262 C${200 - nose} 272 190 274 200 274 C210 274 ${200 + nose} 272 ${200 + nose} 262" fill="none" stroke="${looks.shade}" stroke-width="3.4"/><ellipse cx="${200 - nose * 0.5}" cy="269" rx="5" ry="3" fill="#5a3527" opacity="0.75"/><ellipse cx="${200 + nose * 0.5}" cy="269" rx="5" ry="3" fill="#5a3527" opacity="0.75"/><path d="M199 200 L197 250" stroke="#fff" stroke-width="6" opacity="0.2"/></g>
<path d="M164 308 C178 298 192 296 200 301 C208 296 222 298 236 308 C222 312 178 312 164 308 Z" fill="${looks.lips}"/>
<path d="M164 308 C180 312 220 312 236 308 C226 328 174 328 164 308 Z" fill="${lighter(looks.lips)}"/>
<path d="M164 308 C180 313 220 313 236 308" fill="none" stroke="#5c2a2c" stroke-width="2"/>
${lines(looks)}
${looks.bruised ? `<g filter="url(#${id}soft)" opacity="0.55"><ellipse cx="158" cy="236" rx="30" ry="11" fill="#6b3f7c"/><ellipse cx="242" cy="236" rx="30" ry="11" fill="#7c5a3f"/></g>` : ''}
${looks.marked ? '<g stroke="#3b2aa0" stroke-width="2.4" fill="none" stroke-dasharray="7 4"><path d="M200 150 V258"/><path d="M178 250 C186 286 214 286 222 250"/><path d="M120 250 C136 290 150 304 158 310"/></g>' : ''}
${frontHair(looks, id)}`
}

function lighter(color: string): string {
  const channel = (at: number) => Math.min(255, Number.parseInt(color.slice(at, at + 2), 16) + 34)
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`
}

function eye(x: number, looks: Looks, id: string): string {
  const side = x < 200 ? -1 : 1
  return `<path d="M${x - 24} 212 C${x - 14} 196 ${x + 14} 196 ${x + 24} 212 C${x + 12} 224 ${x - 12} 224 ${x - 24} 212 Z" fill="#f6f1ec"/><circle cx="${x}" cy="210" r="10.5" fill="url(#${id}iris)"/><circle cx="${x - 4}" cy="206" r="3" fill="#fff"/><path d="M${x - 25} 213 C${x - 14} 194 ${x + 14} 194 ${x + 25} 213" fill="none" stroke="#2b1b14" stroke-width="3.4"/><path d="M${x - 22} 216 C${x - 10} 225 ${x + 10} 225 ${x + 22} 216" fill="none" stroke="${looks.shade}" stroke-width="1.6"/><path d="M${x + side * 25} 188 C${x + 8 * side} 182 ${x - 8 * side} 184 ${x - side * 24} 194" fill="none" stroke="${looks.shade}" stroke-width="2" opacity="0.8"/>`
}

function brow(looks: Looks): string {
  const color = looks.cut === 'bald' || looks.cut === 'scarf' ? '#241814' : looks.hair
  return `<g fill="${color}"><path d="M128 180 C142 166 164 164 184 174 C166 172 144 174 128 180 Z"/><path d="M272 180 C258 166 236 164 216 174 C234 172 256 174 272 180 Z"/></g>`
}

function lines(looks: Looks): string {
  const age = looks.age ?? 0
  if (age === 0) return ''
  return `<g fill="none" stroke="${looks.shade}" stroke-width="2" opacity="${age}"><path d="M150 128 C180 120 220 120 250 128"/><path d="M154 142 C182 135 218 135 246 142"/><path d="M160 274 C150 288 148 300 152 314"/><path d="M240 274 C250 288 252 300 248 314"/><path d="M126 222 L114 230"/><path d="M274 222 L286 230"/></g>`
}

function beard(looks: Looks, id: string): string {
  return `<path filter="url(#${id}fine)" d="M104 238 C108 300 140 362 200 366 C260 362 292 300 296 238 C286 276 268 292 240 290 C222 284 178 284 160 290 C132 292 114 276 104 238 Z" fill="${looks.hair}" opacity="0.78"/>`
}

function backHair(looks: Looks, id: string): string {
  const fill = `fill="url(#${id}hair)"`
  if (looks.cut === 'long')
    return `<path d="M84 200 C70 90 130 36 200 36 C270 36 330 90 316 200 C322 300 336 380 318 440 L82 440 C64 380 78 300 84 200 Z" ${fill}/>`
  if (looks.cut === 'bob')
    return `<path d="M82 200 C70 96 130 42 200 42 C270 42 330 96 318 200 C324 270 322 310 306 346 L94 346 C78 310 76 270 82 200 Z" ${fill}/>`
  if (looks.cut === 'scarf')
    return `<path d="M76 210 C60 90 130 28 200 28 C270 28 340 90 324 210 C330 310 350 400 372 480 L28 480 C50 400 70 310 76 210 Z" ${fill}/>`
  return ''
}

function frontHair(looks: Looks, id: string): string {
  const fill = `fill="url(#${id}hair)"`
  if (looks.cut === 'short')
    return `<path d="M92 196 C80 96 132 44 200 44 C270 44 322 96 308 196 C300 150 286 128 262 118 C226 128 170 126 140 116 C116 130 100 152 92 196 Z" ${fill}/>`
  if (looks.cut === 'long' || looks.cut === 'bob')
    return `<path d="M92 212 C84 110 132 50 204 52 C272 52 316 110 308 212 C300 158 276 122 226 100 C190 128 120 140 92 212 Z" ${fill}/>`
  if (looks.cut === 'scarf')
    return `<path d="M92 214 C86 112 136 54 200 54 C264 54 314 112 308 214 C300 140 262 98 200 98 C138 98 100 140 92 214 Z" ${fill}/><path d="M104 300 C130 372 270 372 296 300 C300 392 262 420 200 420 C138 420 100 392 104 300 Z" ${fill}/>`
  return '<path d="M150 84 C180 70 230 72 256 92" stroke="#fff" stroke-width="9" opacity="0.14" fill="none"/>'
}
