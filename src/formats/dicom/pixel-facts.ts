/** What a data set says of its pixels (PS3.3, C.7.6.3). */
export interface PixelFacts {
  readonly rows: number
  readonly columns: number
  /** Values of one pixel: 1 or 3. */
  readonly samples: number
  readonly bitsAllocated: number
  readonly bitsStored: number
  readonly isSigned: boolean
  /** One plane for each sample instead of the samples of each pixel beside each other. */
  readonly isPlanar: boolean
  readonly photometric: string
  readonly frames: number
  readonly slope: number
  readonly intercept: number
  readonly window: { readonly centre: number; readonly width: number } | undefined
}

/** Keywords whose values are wanted for {@link pixelFacts}. */
export const pixelKeywords: ReadonlySet<string> = new Set(
  (
    'Rows Columns SamplesPerPixel BitsAllocated BitsStored PixelRepresentation PlanarConfiguration ' +
    'PhotometricInterpretation NumberOfFrames RescaleSlope RescaleIntercept WindowCenter WindowWidth'
  ).split(' '),
)

/**
 * The facts from the values of a data set; undefined where they do not describe a picture.
 * @param values by keyword, as text
 */
export function pixelFacts(values: ReadonlyMap<string, string>): PixelFacts | undefined {
  const number = (keyword: string, usual: number) => {
    const value = Number.parseFloat(values.get(keyword) ?? '')
    return Number.isFinite(value) ? value : usual
  }
  const [rows, columns] = [number('Rows', 0), number('Columns', 0)]
  const bitsAllocated = number('BitsAllocated', 0)
  if (!(rows > 0 && columns > 0 && [1, 8, 16, 32].includes(bitsAllocated))) return undefined
  const width = number('WindowWidth', 0)
  const window = width >= 1 ? { centre: number('WindowCenter', 0), width } : undefined
  return {
    rows,
    columns,
    samples: number('SamplesPerPixel', 1),
    bitsAllocated,
    bitsStored: Math.min(bitsAllocated, Math.max(1, number('BitsStored', bitsAllocated))),
    isSigned: number('PixelRepresentation', 0) === 1,
    isPlanar: number('PlanarConfiguration', 0) === 1,
    photometric: values.get('PhotometricInterpretation') ?? 'MONOCHROME2',
    frames: Math.max(1, Math.floor(number('NumberOfFrames', 1))),
    slope: number('RescaleSlope', 1),
    intercept: number('RescaleIntercept', 0),
    window,
  }
}

/** Bytes of one frame without compression. */
export function frameBytes({ rows, columns, samples, bitsAllocated, photometric }: PixelFacts): number {
  // With half the colours horizontally (PS3.3, C.7.6.3.1.2) two pixels share four bytes.
  if (photometric === 'YBR_FULL_422' && bitsAllocated === 8) return rows * columns * 2
  return Math.ceil((rows * columns * samples * bitsAllocated) / 8)
}
