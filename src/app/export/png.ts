/** Dots for each pixel of the page: sharp on a slide, and in print. */
const SCALE = 3
/** The widest and the largest that browsers draw. */
const WIDEST = 16_000
const LARGEST = 120e6

/**
 * A picture in dots.
 *
 * @param svg stands alone, with its size in pixels
 * @throws where the browser does not draw it
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const scale = Math.min(
      SCALE,
      WIDEST / Math.max(width, height),
      Math.sqrt(LARGEST / (width * height)),
    )
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!context || !blob) throw new Error('this browser did not draw the picture')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
