// Files by their content in an S3-compatible store (MinIO, Ceph, the clouds'), path-style: endpoint/bucket/name.
import { AwsClient } from 'aws4fetch'
import { problem } from '../kernel/problem.ts'
import type { FileStore } from './files.ts'
import { sha256 } from './hash.ts'

export type S3Options = {
  readonly endpoint: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region?: string
}

export function filesInS3({ endpoint, bucket, region = 'us-east-1', ...keys }: S3Options): FileStore {
  const client = new AwsClient({ ...keys, service: 's3', region, retries: 3 })
  const address = (name: string): string => `${endpoint.replace(/\/$/, '')}/${bucket}/${name.slice(0, 2)}/${name}`
  const ask = (name: string, init?: RequestInit): Promise<Response> =>
    client.fetch(address(name), init).catch((error: unknown) => {
      throw problem('files.notWritable', { reason: error instanceof Error ? error.message : '连接不上' })
    })
  return {
    put: async (bytes) => {
      const name = sha256(bytes)
      if ((await ask(name, { method: 'HEAD' })).ok) return name
      const body = new Uint8Array(bytes)
      const answer = await ask(name, { method: 'PUT', body, headers: { 'x-amz-content-sha256': name } })
      if (!answer.ok) throw problem('files.notWritable', { reason: `对象存储回答 ${answer.status}` })
      return name
    },
    get: async (name) => {
      const answer = await ask(name)
      if (answer.status === 404) return undefined
      if (!answer.ok) throw problem('files.notWritable', { reason: `对象存储回答 ${answer.status}` })
      return Buffer.from(await answer.arrayBuffer())
    },
  }
}
