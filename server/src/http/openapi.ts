import { ENDPOINTS, type Endpoint, PROTOCOL_VERSION, Problem } from '@jointly/protocol'
import { z } from 'zod'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const parametersIn = (place: 'path' | 'query', schema: z.ZodObject | undefined) =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => {
    const optional = place === 'query' && (part as z.ZodType).safeParse(undefined).success
    return { name, in: place, required: !optional, schema: schemaOf(part as z.ZodType, 'input') }
  })

const BINARY = { schema: { type: 'string', format: 'binary' } }

const contentOf = (reply: Endpoint['reply']) => {
  if (reply === null) return {}
  if (typeof reply === 'string') return { content: { [reply]: BINARY } }
  return { content: { 'application/json': { schema: schemaOf(reply, 'output') } } }
}

const bodyOf = (request: z.ZodType | 'bytes') =>
  request === 'bytes' ? { 'image/*': BINARY } : { 'application/json': { schema: schemaOf(request, 'input') } }

const operationOf = (name: string, { params, query, request, status, reply }: Endpoint) => ({
  operationId: name,
  parameters: [...parametersIn('path', params), ...parametersIn('query', query)],
  ...(request && { requestBody: { required: true, content: bodyOf(request) } }),
  responses: {
    [status]: { description: 'Done', ...contentOf(reply) },
    default: {
      description: 'Refused, with a stable `code`',
      content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
    },
  },
})

/** `/api/openapi.json`: the HTTP interface, said from the very table that the routes are mounted from. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, row] of Object.entries<Endpoint>(ENDPOINTS)) {
    const path = row.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operationOf(name, row) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jointly', version: String(PROTOCOL_VERSION) },
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'jointly_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ cookie: [] }, { bearer: [] }],
    paths,
  }
}
