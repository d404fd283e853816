import { head, type Looks } from './face.ts'

/** A whole drawing of its own. */
export function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
}

/** The grain of a sensor over everything drawn so far. */
function grain(width: number, height: number, seed: number): string {
  return `<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0.22 0"/></filter><rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.5"/>`
}

function wall(width: number, height: number, light: string, dark: string): string {
  return `<defs><radialGradient id="wall" cx="0.4" cy="0.3" r="0.95"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#wall)"/>`
}

/** A clinical photo of a face before a plain wall. */
export function facePhoto(looks: Looks, width: number, height: number, seed: number): string {
  const scale = Math.min(width / 420, height / 500)
  const x = (width - 400 * scale) / 2
  const y = height - 480 * scale
  return svg(
    width,
    height,
    `${wall(width, height, '#cfdbe2', '#7f95a3')}<g transform="translate(${x} ${y}) scale(${scale})">${head(looks, 'a')}</g>${grain(width, height, seed)}`,
  )
}

/** The same face twice, as clinics paste it for "before" and "after". */
export function beforeAfter(before: Looks, after: Looks, labels: readonly [string, string]): string {
  const caption = (text: string, x: number) =>
    `<rect x="${x}" y="12" width="130" height="34" fill="#fff" opacity="0.85"/><text x="${x + 65}" y="36" font-family="sans-serif" font-size="22" text-anchor="middle" fill="#222">${text}</text>`
  return svg(
    900,
    560,
    `${wall(900, 560, '#dfe5e8', '#97a7b0')}<g transform="translate(25 80)">${head(before, 'b')}</g><g transform="translate(475 80)">${head(after, 'c')}</g><rect x="447" width="6" height="560" fill="#fff"/>${caption(labels[0], 20)}${caption(labels[1], 470)}${grain(900, 560, 5)}`,
  )
}

/** A torso from neck to hips, clothed in a swimming costume or shorts, with or without a surgeon's markings. */
export function torsoPhoto(skin: string, shade: string, cloth: string, marked: boolean, seed: number): string {
  const pen = marked
    ? '<g stroke="#3b2aa0" stroke-width="3" fill="none" stroke-dasharray="9 5"><ellipse cx="232" cy="420" rx="34" ry="62"/><ellipse cx="368" cy="420" rx="34" ry="62"/><path d="M210 510 C260 545 340 545 390 510"/></g>'
    : ''
  return svg(
    600,
    800,
    `${wall(600, 800, '#d8d4cb', '#8e8a80')}<defs><linearGradient id="s" x1="0" x2="1"><stop offset="0" stop-color="${shade}"/><stop offset="0.25" stop-color="${skin}"/><stop offset="0.7" stop-color="${skin}"/><stop offset="1" stop-color="${shade}"/></linearGradient><filter id="blur"><feGaussianBlur stdDeviation="7"/></filter></defs>
<path d="M255 0 L255 60 C220 90 150 95 128 130 C100 190 92 330 84 470 C82 560 84 680 90 800 L132 800 C134 640 144 420 160 330 C176 400 176 470 164 540 C152 610 140 700 138 800 L462 800 C460 700 448 610 436 540 C424 470 424 400 440 330 C456 420 466 640 468 800 L510 800 C516 680 518 560 516 470 C508 330 500 190 472 130 C450 95 380 90 345 60 L345 0 Z" fill="url(#s)"/>
<g filter="url(#blur)" opacity="0.5" fill="none" stroke="${shade}" stroke-width="9"><path d="M300 90 V560"/><path d="M190 140 C230 158 270 150 300 140 C330 150 370 158 410 140"/><path d="M190 390 C210 470 215 520 205 580"/><path d="M410 390 C390 470 385 520 395 580"/></g>
<ellipse cx="300" cy="505" rx="6" ry="9" fill="${shade}"/><path d="M178 190 C200 250 270 262 300 240 C330 262 400 250 422 190 L430 300 C380 330 220 330 170 300 Z" fill="${cloth}"/><path d="M196 180 L214 70 M404 180 L386 70" stroke="${cloth}" stroke-width="14"/><path d="M150 620 C240 660 360 660 450 620 L462 800 L138 800 Z" fill="${cloth}"/>${pen}${grain(600, 800, seed)}`,
  )
}

/** A person standing, seen whole and small, the face turned away. */
export function standingPhoto(skin: string, shade: string, hair: string): string {
  return svg(
    640,
    900,
    `${wall(640, 900, '#e4e2dd', '#a09c93')}<rect y="790" width="640" height="110" fill="#6d675d"/><ellipse cx="320" cy="828" rx="120" ry="16" fill="#000" opacity="0.25"/>
<g fill="${skin}"><path d="M296 200 h48 v40 h-48 Z"/><path d="M228 250 C250 236 390 236 412 250 C430 330 440 430 436 520 L416 520 C412 440 404 380 392 330 L398 540 H242 L248 330 C236 380 228 440 224 520 L204 520 C200 430 210 330 228 250 Z"/><path d="M250 600 L262 820 H304 L318 640 L336 820 H378 L390 600 Z"/></g>
<path d="M246 330 C290 345 350 345 394 330 L398 430 H242 Z" fill="#243447"/><path d="M244 530 H396 L402 620 L328 640 H312 L238 620 Z" fill="#243447"/><path d="M320 262 V330 M320 440 V530" stroke="${shade}" stroke-width="5" opacity="0.7"/>
<ellipse cx="320" cy="148" rx="54" ry="66" fill="${hair}"/><path d="M270 150 C266 220 374 220 370 150 Z" fill="${hair}"/><ellipse cx="268" cy="156" rx="7" ry="14" fill="${skin}"/><ellipse cx="372" cy="156" rx="7" ry="14" fill="${skin}"/>${grain(640, 900, 11)}`,
  )
}

/** A terrace above the sea; nobody in it. */
export function landscape(): string {
  const waves = Array.from(
    { length: 9 },
    (_, at) =>
      `<path d="M0 ${330 + at * 14} q40 -6 80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0 t80 0" stroke="#fff" opacity="${0.1 + at * 0.03}" fill="none"/>`,
  )
  const rails = Array.from(
    { length: 17 },
    (_, at) => `<rect x="${at * 60 + 6}" y="468" width="9" height="112" fill="#efe8da"/>`,
  )
  return svg(
    960,
    640,
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4c8fc7"/><stop offset="1" stop-color="#cfe4ee"/></linearGradient><linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f6f96"/><stop offset="1" stop-color="#1f8aa0"/></linearGradient></defs>
<rect width="960" height="640" fill="url(#sky)"/><circle cx="760" cy="110" r="46" fill="#fff6d8"/><g fill="#fff" opacity="0.8"><ellipse cx="220" cy="110" rx="110" ry="22"/><ellipse cx="290" cy="92" rx="70" ry="20"/><ellipse cx="560" cy="170" rx="90" ry="16"/></g>
<path d="M0 320 L130 250 L250 300 L400 230 L560 320 Z" fill="#6f8f7b"/><path d="M420 322 L640 262 L820 300 L960 270 V330 H420 Z" fill="#88a591"/><rect y="318" width="960" height="170" fill="url(#sea)"/>${waves.join('')}
<rect y="560" width="960" height="80" fill="#c9a27a"/><rect y="460" width="960" height="12" fill="#efe8da"/>${rails.join('')}<g transform="translate(120 330)"><rect x="-8" y="60" width="16" height="180" fill="#7a5a3c"/><g fill="#3f7d47"><ellipse cx="-56" cy="40" rx="64" ry="16" transform="rotate(24 -56 40)"/><ellipse cx="56" cy="40" rx="64" ry="16" transform="rotate(-24 56 40)"/><ellipse cx="-38" cy="8" rx="58" ry="14" transform="rotate(48 -38 8)"/><ellipse cx="38" cy="8" rx="58" ry="14" transform="rotate(-48 38 8)"/><ellipse cy="2" rx="14" ry="56"/></g></g>${grain(960, 640, 3)}`,
  )
}

/** A panoramic X-ray of the jaws, as a dentist's sensor writes it. */
export function panoramicXray(): string {
  const tooth = (at: number, isUpper: boolean) => {
    const x = 130 + at * 46
    const bend = ((at - 7.5) / 7.5) ** 2
    const y = (isUpper ? 214 : 306) - bend * 46
    const root = isUpper ? -62 : 62
    const crown = isUpper ? 34 : -34
    const filled =
      at === 3 || at === 12
        ? `<rect x="${x - 8}" y="${y + (isUpper ? 14 : -26)}" width="16" height="12" fill="#fff"/>`
        : ''
    const implant = !isUpper && at === 4
    if (implant)
      return `<path d="M${x - 7} ${y} L${x - 3} ${y + root} H${x + 3} L${x + 7} ${y} Z" fill="#fff"/><path d="M${x - 14} ${y} h28 l-4 ${crown} h-20 Z" fill="#e8e8e8"/>`
    return `<path d="M${x - 15} ${y} L${x - 6} ${y + root} L${x} ${y + root * 0.5} L${x + 6} ${y + root} L${x + 15} ${y} L${x + 13} ${y + crown} H${x - 13} Z" fill="#c9c9c9" opacity="0.9"/><path d="M${x} ${y + root * 0.7} V${y + crown * 0.2}" stroke="#777" stroke-width="3"/>${filled}`
  }
  const teeth = Array.from({ length: 16 }, (_, at) => tooth(at, true) + (at === 11 ? '' : tooth(at, false)))
  return svg(
    960,
    500,
    `<rect width="960" height="500" fill="#0b0b0b"/><defs><filter id="b"><feGaussianBlur stdDeviation="9"/></filter><filter id="f"><feGaussianBlur stdDeviation="1.3"/></filter></defs><g filter="url(#b)"><path d="M40 60 C80 20 200 90 480 96 C760 90 880 20 920 60 L900 330 C820 460 640 478 480 478 C320 478 140 460 60 330 Z" fill="#4a4a4a"/><path d="M84 210 C120 330 240 420 480 430 C720 420 840 330 876 210 L900 300 C820 440 640 466 480 466 C320 466 140 440 60 300 Z" fill="#8b8b8b"/><ellipse cx="380" cy="120" rx="60" ry="34" fill="#1b1b1b"/><ellipse cx="580" cy="120" rx="60" ry="34" fill="#1b1b1b"/><rect x="470" y="80" width="20" height="400" fill="#7d7d7d"/></g><g filter="url(#f)">${teeth.join('')}</g><text x="24" y="38" font-family="sans-serif" font-size="26" fill="#fff">R</text><text x="24" y="486" font-family="monospace" font-size="15" fill="#ddd">OPG 68 kV 8 mA 14 s</text>`,
  )
}

/** A hand's bones, for a greyscale TIFF. */
export function handXray(): string {
  const finger = (x: number, lean: number, sizes: readonly number[]) => {
    let y = 360
    return sizes
      .map((size) => {
        y -= size + 6
        return `<rect x="${x - 11}" y="${y}" width="22" height="${size}" rx="9" transform="rotate(${lean} ${x} 380)" fill="#d9d9d9"/>`
      })
      .join('')
  }
  return svg(
    480,
    640,
    `<rect width="480" height="640" fill="#0a0a0a"/><defs><filter id="h"><feGaussianBlur stdDeviation="12"/></filter><filter id="k"><feGaussianBlur stdDeviation="1.2"/></filter></defs><g filter="url(#h)" fill="#555"><path d="M120 360 C110 460 150 540 170 640 H310 C330 540 372 460 362 360 Z"/><g stroke="#555" stroke-width="46" stroke-linecap="round"><path d="M150 370 L96 120"/><path d="M208 360 L190 70"/><path d="M268 360 L276 60"/><path d="M326 370 L360 110"/><path d="M340 470 L430 300"/></g></g><g filter="url(#k)">${finger(152, -12, [92, 70, 44, 34])}${finger(208, -4, [100, 80, 52, 36])}${finger(268, 2, [98, 82, 54, 36])}${finger(324, 9, [90, 68, 44, 32])}<rect x="330" y="392" width="22" height="86" rx="9" transform="rotate(38 341 470)" fill="#d9d9d9"/><rect x="398" y="330" width="20" height="60" rx="9" transform="rotate(34 408 390)" fill="#d0d0d0"/>${[0, 1, 2, 3, 4, 5, 6, 7].map((at) => `<ellipse cx="${180 + (at % 4) * 42}" cy="${440 + Math.floor(at / 4) * 38}" rx="20" ry="17" fill="#cfcfcf"/>`).join('')}<rect x="186" y="512" width="40" height="128" rx="12" fill="#d6d6d6"/><rect x="252" y="512" width="46" height="128" rx="12" fill="#d6d6d6"/></g><text x="20" y="40" font-family="sans-serif" font-size="28" fill="#fff">L</text>`,
  )
}
