import { createHash } from 'node:crypto'
import { CLOSE, COPY_REFUSALS, ENDPOINTS, MESSAGE, PROBLEMS, PROTOCOL_VERSION } from '@jointly/protocol'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** What an open page relies on: addresses, shapes, codes. */
const wire = () => {
  const schema = (part: unknown) =>
    part instanceof z.ZodType ? z.toJSONSchema(part, { unrepresentable: 'any', io: 'input' }) : part
  const endpoints = Object.entries(ENDPOINTS).map(([name, endpoint]) => [
    name,
    Object.entries(endpoint).map(([key, part]) => [key, schema(part)]),
  ])
  return JSON.stringify([endpoints, CLOSE, COPY_REFUSALS, MESSAGE, PROBLEMS])
}

test('[W1] what crosses the wire is what this version says: if this fails, decide whether open pages can live with the change; raise PROTOCOL_VERSION if not, then pin the new hash', () => {
  const hash = createHash('sha256').update(wire()).digest('hex').slice(0, 16)
  expect([PROTOCOL_VERSION, hash]).toEqual([1, '34c2b8fb549e4578'])
})
