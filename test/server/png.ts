import { deflateSync } from 'node:zlib'

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const crc32 = (data: Uint8Array): number => {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The same noise each time (xorshift): nothing makes it smaller. The first byte of a row says how it is filtered, and stays. */
const fillWithNoise = (raw: Uint8Array, rowLength: number): void => {
  let noise = 1
  for (let i = 0; i < raw.length; i++) {
    noise ^= noise << 13
    noise ^= noise >>> 17
    noise ^= noise << 5
    raw[i] = i % rowLength === 0 ? 0 : noise & 255
  }
}

/** A black PNG of any claimed size, with a text that says where it was taken. */
export const png = (width: number, height: number, { rows = height, noisy = false } = {}): Uint8Array<ArrayBuffer> => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const raw = Buffer.alloc(rows * (width + 1))
  if (noisy) fillWithNoise(raw, width + 1)
  const pixels = deflateSync(raw)
  const place = chunk('tEXt', Buffer.from('Location\0Mildred Avenue 5'))
  const magic = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return new Uint8Array(
    Buffer.concat([magic, chunk('IHDR', header), place, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  )
}
