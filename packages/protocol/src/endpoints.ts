import type { z } from 'zod'
import { BOARDS } from './endpoints/boards.ts'
import { PEOPLE } from './endpoints/people.ts'
import { RECORD } from './endpoints/record.ts'
import type { Endpoint, MediaType } from './parts.ts'

export type { Endpoint }

/** Every HTTP endpoint: what comes in is parsed with these schemas, what goes out is typed by them. */
export const ENDPOINTS = { ...PEOPLE, ...BOARDS, ...RECORD } as const
export type EndpointName = keyof typeof ENDPOINTS

type Part<Name extends EndpointName, Key extends string> = (typeof ENDPOINTS)[Name] extends {
  readonly [K in Key]: infer Schema
}
  ? Schema
  : undefined

export type Params<Name extends EndpointName> =
  Part<Name, 'params'> extends z.ZodType<infer Out> ? Out : Record<never, never>
export type Query<Name extends EndpointName> =
  Part<Name, 'query'> extends z.ZodType<infer Out> ? Out : Record<never, never>
export type Request<Name extends EndpointName> =
  Part<Name, 'request'> extends z.ZodType<infer Out>
    ? Out
    : Part<Name, 'request'> extends 'bytes'
      ? Uint8Array
      : undefined
export type Reply<Name extends EndpointName> =
  Part<Name, 'reply'> extends z.ZodType<infer Out>
    ? Out
    : Part<Name, 'reply'> extends MediaType
      ? Uint8Array
      : undefined
