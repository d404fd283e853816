import { faces, type Looks } from './drawing/face.ts'
import * as scenes from './drawing/scenes.ts'
import { type CameraNotes, makeExif, makeTiff } from './exif.ts'
import { jpegWith, makeIptc, makeXmp, pngWith, webpWith } from './metadata.ts'
import { localDate } from './people.ts'
import { avifWith, greyPixels, render } from './studio.ts'
import { type FileTruth, type Notes, notes, type SampleFile, sample } from './truth.ts'
import type { World } from './world.ts'

/** Photos and X-rays, all drawn. What they show is told as truth for later; what is written beside the pixels for today. */
export async function pictureFiles(world: World): Promise<SampleFile[]> {
  const files = [
    camilleBefore(world),
    camilleAfter(world),
    heleneTorso(world),
    marcPanorama(world),
    terrace(world),
    eleanorBeforeAfter(world),
    rajeshHand(world),
    annelieSelfie(world),
    carmenGif(world),
    chiaraStanding(world),
    nouraPhone(world),
  ]
  return Promise.all(files)
}

type Shown = Pick<FileTruth, 'kind' | 'mediaType'> & Partial<FileTruth>

/** A picture and what is true of it: today of its metadata, later of what it shows. */
export async function picture(
  world: World,
  path: string,
  draw: () => Promise<Uint8Array>,
  shown: Shown,
  page: Notes = notes(),
): Promise<SampleFile> {
  const bytes = await world.studio.picture(path, draw)
  const told = {
    medium: 'image',
    coverage: ['full', 'partial'],
    causes: ['no_text', 'ocr_off'],
    later: ['kind', 'coverage'],
    drawn: true,
  } as const
  return sample(path, bytes, { ...told, ...shown }, page)
}

/** Notes the findings that a camera's notes give away, and the metadata under ExifTool's names. */
function cameraTruth(page: Notes, camera: CameraNotes): Record<string, string> {
  if (camera.position) page.is('GPS_COORDINATES', `${camera.position.latitude}, ${camera.position.longitude}`)
  if (camera.serial) page.is('DEVICE_SERIAL', camera.serial)
  if (camera.owner) page.is('DEVICE_OWNER', camera.owner)
  if (camera.artist) page.later('PERSON', camera.artist)
  const entries: Record<string, string | undefined> = {
    Make: camera.make,
    Model: camera.model,
    Software: camera.software,
    Artist: camera.artist,
    DateTimeOriginal: camera.taken,
    SerialNumber: camera.serial,
    OwnerName: camera.owner,
    LensModel: camera.lens,
    GPSLatitude: camera.position && String(camera.position.latitude),
    GPSLongitude: camera.position && String(camera.position.longitude),
  }
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function niceCamera(world: World, taken: string): CameraNotes {
  return {
    make: 'Canon',
    model: 'Canon EOS 2000D',
    software: 'Digital Photo Professional',
    orientation: 1,
    taken,
    zone: '+01:00',
    owner: 'Aurelie Castaing-Morel',
    serial: `27${world.random.digits('nice camera', 10)}`,
    lens: 'EF-S60mm f/2.8 Macro USM',
    position: {
      latitude: 43.69576,
      longitude: 7.27142,
      altitude: 14.2,
      day: taken.slice(0, 10),
      time: taken.slice(11),
    },
  }
}

async function camilleBefore(world: World): Promise<SampleFile> {
  const page = notes()
  const looks: Looks = { ...faces.camille, marked: true }
  const drawing = scenes.facePhoto(looks, 720, 960, 21)
  const camera = niceCamera(world, '2019:02:11 10:41:07')
  const draw = async () =>
    jpegWith(await render(drawing, 'jpeg'), {
      exif: makeExif({ ...camera, thumbnail: await render(drawing, 'jpeg', 120) }),
    })
  const shown = {
    kind: 'face_image',
    mediaType: 'image/jpeg',
    flags: ['embedded_preview'],
    metadata: cameraTruth(page, camera),
  } as const
  return picture(world, 'nice/01_PATIENTS/ROUSSELIN Camille/photos/IMG_2041.JPG', draw, shown, page)
}

async function camilleAfter(world: World): Promise<SampleFile> {
  const page = notes()
  const looks: Looks = { ...faces.camille, nose: 16, bruised: true }
  page.later('PERSON', world.people.camille.name)
  const caption = `${world.people.camille.name}, J+7 après rhinoplastie`
  const extras = {
    xmp: makeXmp({ title: caption, creator: 'Solène Carpentras', tool: 'Adobe Photoshop Lightroom 8.2', city: 'Nice' }),
    iptc: makeIptc([
      [120, caption],
      [80, 'Solène Carpentras'],
      [90, 'Nice'],
      [25, 'rhinoplastie'],
    ]),
  }
  const draw = async () => jpegWith(await render(scenes.facePhoto(looks, 720, 960, 22), 'progressive'), extras)
  const shown = {
    kind: 'face_image',
    mediaType: 'image/jpeg',
    metadata: { City: 'Nice' },
    note: 'progressive; no EXIF, but XMP and IPTC',
  } as const
  return picture(world, 'nice/01_PATIENTS/ROUSSELIN Camille/photos/IMG_2188 J+7.jpg', draw, shown, page)
}

async function heleneTorso(world: World): Promise<SampleFile> {
  const page = notes()
  const camera = niceCamera(world, '2019:06:11 15:02:44')
  const draw = async () =>
    webpWith(
      await render(scenes.torsoPhoto('#e6bfa3', '#bd8a69', '#31475e', true, 4), 'webp'),
      makeExif(camera),
      600,
      800,
    )
  const shown = { kind: 'body_image', mediaType: 'image/webp', metadata: cameraTruth(page, camera) } as const
  return picture(world, 'nice/01_PATIENTS/Dupré-Lefèvre, Hélène/corps avant.webp', draw, shown, page)
}

async function marcPanorama(world: World): Promise<SampleFile> {
  const page = notes()
  const { marc } = world.people
  page.later('PERSON', marc.name)
  const texts = {
    Title: `OPG ${marc.name}`,
    Author: 'Benoît Thévenard',
    Description: `Panoramique dentaire, né le ${localDate(marc.birth, '/')}`,
    Software: 'XVision 4.1',
  }
  const draw = async () => pngWith(await render(scenes.panoramicXray(), 'png'), texts)
  const shown = { kind: 'medical_image', mediaType: 'image/png', metadata: { Software: 'XVision 4.1' } } as const
  return picture(world, 'nice/01_PATIENTS/Valette Marc-Antoine/panoramique.png', draw, shown, page)
}

async function terrace(world: World): Promise<SampleFile> {
  const page = notes()
  const camera: CameraNotes = {
    make: 'Apple',
    model: 'iPhone XS',
    software: '12.4.1',
    orientation: 1,
    taken: '2019:08:25 19:12:31',
    zone: '+02:00',
    position: { latitude: 43.70312, longitude: 7.25271, altitude: 61, day: '2019:08:25', time: '17:12:31' },
  }
  const draw = async () => jpegWith(await render(scenes.landscape(), 'jpeg', 800), { exif: makeExif(camera) })
  const shown = {
    kind: 'other',
    mediaType: 'image/jpeg',
    metadata: cameraTruth(page, camera),
    note: 'a landscape, nobody in it',
  } as const
  return picture(world, 'nice/marketing/terrasse.jpg', draw, shown, page)
}

async function eleanorBeforeAfter(world: World): Promise<SampleFile> {
  const drawing = scenes.beforeAfter(faces.eleanor, { ...faces.eleanor, age: 0 }, ['BEFORE', 'AFTER'])
  const shown = {
    kind: 'face_image',
    mediaType: 'image/png',
    flags: ['before_after'],
    later: ['kind', 'coverage', 'flags'],
  } as const
  return picture(world, 'london/clients/Whitcombe, E (P)/before-after.png', () => render(drawing, 'png', 700), shown)
}

async function rajeshHand(world: World): Promise<SampleFile> {
  const page = notes()
  const { rajesh } = world.people
  page.later('PERSON', 'Tobias Okonjo')
  page.later('PERSON', rajesh.name)
  const draw = async () => {
    const { pixels, height } = await greyPixels(scenes.handXray(), 360)
    const description = `L hand PA, ${rajesh.name}, ${localDate(rajesh.birth, '/')}`
    return makeTiff(pixels, 360, height, {
      make: 'Radiadent',
      model: 'RD-500',
      software: 'XVision 4.1',
      artist: 'Tobias Okonjo',
      taken: '2019:03:19 11:05:00',
      description,
    })
  }
  const shown = {
    kind: 'medical_image',
    mediaType: 'image/tiff',
    metadata: { Make: 'Radiadent', Model: 'RD-500', Software: 'XVision 4.1', Artist: 'Tobias Okonjo' },
  } as const
  return picture(world, 'london/clients/Kanwar Rajesh/hand_left.tif', draw, shown, page)
}

async function annelieSelfie(world: World): Promise<SampleFile> {
  const page = notes()
  page.is('GPS_COORDINATES', '48.0084, 7.82')
  const exif = {
    IFD0: { Make: 'Xiaomi', Model: 'Mi 9' },
    IFD2: { DateTimeOriginal: '2019:08:14 16:20:31' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '48/1 0/1 3024/100',
      GPSLongitudeRef: 'E',
      GPSLongitude: '7/1 49/1 1200/100',
    },
  }
  const draw = () => avifWith(scenes.facePhoto(faces.annelie, 600, 760, 31), 600, exif)
  const metadata = {
    Make: 'Xiaomi',
    Model: 'Mi 9',
    DateTimeOriginal: '2019:08:14 16:20:31',
    GPSLatitude: '48.0084',
    GPSLongitude: '7.82',
  }
  return picture(
    world,
    'freiburg/Patienten/0051 Grünwald-Köster/Bild 3.avif',
    draw,
    { kind: 'face_image', mediaType: 'image/avif', metadata },
    page,
  )
}

async function carmenGif(world: World): Promise<SampleFile> {
  const draw = () => render(scenes.facePhoto(faces.carmen, 360, 460, 41), 'gif')
  return picture(world, 'malaga/pacientes/Iturralde Peña, Mª Carmen/foto.gif', draw, {
    kind: 'face_image',
    mediaType: 'image/gif',
  })
}

async function chiaraStanding(world: World): Promise<SampleFile> {
  const page = notes()
  const camera: CameraNotes = {
    make: 'NIKON CORPORATION',
    model: 'NIKON D5600',
    software: 'Ver.1.10',
    artist: 'Ginevra Bellacorte',
    copyright: 'Studio Aurora',
    taken: '2019:10:08 09:15:55',
    serial: world.random.digits('torino camera', 7),
    orientation: 1,
  }
  const draw = async () =>
    jpegWith(await render(scenes.standingPhoto('#e8c3a8', '#bf8663', '#3b2419'), 'jpeg'), { exif: makeExif(camera) })
  const shown = { kind: 'body_image', mediaType: 'image/jpeg', metadata: cameraTruth(page, camera) } as const
  return picture(world, "torino/pazienti/D'Amicantonio/DSC_0417.JPG", draw, shown, page)
}

async function nouraPhone(world: World): Promise<SampleFile> {
  const page = notes()
  const camera: CameraNotes = {
    make: 'samsung',
    model: 'SM-G975F',
    software: 'G975FXXU3ASIG',
    orientation: 1,
    taken: '2019:09:30 20:44:10',
    position: { latitude: 25.20482, longitude: 55.27078, altitude: 3, day: '2019:09:30', time: '16:44:10' },
  }
  const draw = async () =>
    jpegWith(await render(scenes.facePhoto(faces.noura, 600, 760, 51), 'jpeg'), { exif: makeExif(camera) })
  const shown = { kind: 'face_image', mediaType: 'image/jpeg', metadata: cameraTruth(page, camera) } as const
  return picture(world, 'dubai/المرضى/ملف 2217 نورة/20190930_204410.jpg', draw, shown, page)
}
