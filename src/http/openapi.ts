// OpenAPI 3.1 from the contracts: what the server checks is what it describes.
import { z } from 'zod'
import type { ListedEndpoint } from '../api/index.ts'
import type { Line } from '../kernel/policy/permission.ts'
import { policy } from '../kernel/policy/policy.ts'
import { roles } from '../kernel/policy/roles.ts'
import { problems } from '../kernel/problem.ts'

type Json = Readonly<Record<string, unknown>>

const problemSchema: Json = {
  type: 'object',
  description: '拒绝的原因（RFC 9457）；code 不变，message 给人看。',
  required: ['type', 'title', 'status', 'detail', 'code', 'message'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: [...Object.keys(problems), 'internal', 'notFound'] },
    message: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

export function openApi(endpoints: readonly ListedEndpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    const operations = paths[path] ?? {}
    operations[endpoint.method.toLowerCase()] = operationOf(endpoint)
    paths[path] = operations
  }
  return {
    openapi: '3.1.0',
    info: { title: '衡绩 Hengji API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'hengji_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operationOf({ name, may, path, input, body }: ListedEndpoint): Json {
  const line: Line = policy[may]
  const schema = z.toJSONSchema(input, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as Json
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>)
  const required = new Set((schema.required ?? []) as readonly string[])
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1]))
  const parameters = fields
    .filter(([field]) => inPath.has(field) || body !== 'json')
    .map(([field, of]) => ({
      name: field,
      in: inPath.has(field) ? 'path' : 'query',
      required: inPath.has(field) || required.has(field),
      schema: of,
    }))
  const open = line.anyone === true || line.published === true
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: line.title,
    description: `谁可以：${whoMay(line)}（${may}）`,
    parameters,
    ...(body === 'none' ? {} : { requestBody: bodyOf(body, schema, inPath) }),
    responses: {
      200: { description: '结果' },
      default: {
        description: '拒绝',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: [...(open ? [{}] : []), { session: [] }, { token: [] }],
  }
}

function bodyOf(body: ListedEndpoint['body'], schema: Json, inPath: ReadonlySet<string | undefined>): Json {
  if (body === 'file')
    return { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  const without = <T>(entries: [string, T][]) => Object.fromEntries(entries.filter(([field]) => !inPath.has(field)))
  const properties = without(Object.entries((schema.properties ?? {}) as Record<string, Json>))
  const required = ((schema.required ?? []) as readonly string[]).filter((field) => !inPath.has(field))
  return { required: true, content: { 'application/json': { schema: { ...schema, properties, required } } } }
}

/** In words, from the policy. */
export function whoMay(line: Line): string {
  if (line.anyone) return '任何人'
  const names = Object.keys(line.roles ?? {}).map((role) => roles[role as keyof typeof roles]) // keys of the policy's own record
  const parts = [line.published ? '已公开的内容任何人' : '', line.signedIn ? '登录的人' : '', ...names]
  return parts.filter(Boolean).join('、')
}
