// What the API says of itself: for programs as OpenAPI, for people as a page without script.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { description } from '../api/description.ts'
import { endpoints, type ListedEndpoint } from '../api/index.ts'
import type { Line } from '../kernel/policy/permission.ts'
import { policy } from '../kernel/policy/policy.ts'
import { problems } from '../kernel/problem.ts'
import { openApi, whoMay } from './openapi.ts'

const packageFile = join(import.meta.dirname, '..', '..', 'package.json')

export function descriptionRoutes(app: FastifyInstance): void {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string } // our own file
  const document = openApi(endpoints, version)
  const page = pageOf(endpoints, version)
  app.get(`/api${description.openapi.path}`, async () => document)
  app.get(`/api${description.page.path}`, async (_, reply) => reply.type('text/html; charset=utf-8').send(page))
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f1f1f;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}th,td{text-align:left;border-bottom:1px solid #d9d9d9;padding:.4rem .6rem;vertical-align:top}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}h2{margin-top:2rem}
@media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#141414}th,td{border-color:#424242}a{color:#8ab4f8}}
@media (max-width:40rem){th:nth-child(3),td:nth-child(3){display:none}}`

function pageOf(listed: readonly ListedEndpoint[], version: string): string {
  const nouns = [...new Set(listed.map(({ name }) => name.split('.')[0] ?? ''))]
  const sections = nouns.map((noun) => {
    const rows = listed.filter(({ name }) => name.startsWith(`${noun}.`)).map(rowOf)
    return `<h2 id="${noun}"><code>${noun}</code></h2><table><thead><tr><th>地址</th><th>用途</th><th>谁可以</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  })
  const codes = Object.entries(problems).map(
    ([code, [status, sentence]]) =>
      `<tr><td><code>${code}</code></td><td>${status}</td><td>${escaped(sentence)}</td></tr>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>衡绩 API</title><style>${style}</style></head><body>
<h1>衡绩 API ${escaped(version)}</h1>
<p>给程序用的完整描述：<a href="openapi.json">openapi.json</a>（OpenAPI 3.1）。用访问令牌调用：<code>Authorization: Bearer hj_…</code>；用登录的浏览器会话写入时须带 <code>X-Hengji: 1</code>。</p>
<p>${nouns.map((noun) => `<a href="#${noun}">${noun}</a>`).join(' · ')} · <a href="#problems">拒绝代码</a></p>
${sections.join('\n')}
<h2 id="problems">拒绝代码</h2><table><thead><tr><th>代码</th><th>状态</th><th>说明</th></tr></thead><tbody>${codes.join('')}</tbody></table>
</body></html>`
}

function rowOf({ method, path, may }: ListedEndpoint): string {
  const line: Line = policy[may]
  return `<tr><td><code>${method} /api${escaped(path)}</code></td><td>${escaped(line.title)}</td><td>${escaped(whoMay(line))}</td></tr>`
}
