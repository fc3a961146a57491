// Writes docs/api/: the endpoints by noun and the refusals, from the contracts.
//   npm run pages
import { endpoints, type ListedEndpoint } from '../src/api/index.ts'
import { whoMay } from '../src/http/openapi.ts'
import type { Line } from '../src/kernel/policy/permission.ts'
import { policy } from '../src/kernel/policy/policy.ts'
import { problems } from '../src/kernel/problem.ts'

/** The text of docs/api/README.md. */
export function apiPage(): string {
  const nouns = [...new Set(endpoints.map(({ name }) => name.split('.')[0] ?? ''))]
  return `# HTTP API

由契约生成（\`npm run pages\`）。运行中的系统在 \`/api/reference\`（给人看）和 \`/api/openapi.json\`（OpenAPI 3.1，给程序用）给出同样的内容。

- **以谁的名义**：访问令牌 \`Authorization: Bearer hj_…\`（页面“我的账号”里生成，可限权限和期限）；或登录的浏览器会话，写入时须带 \`X-Hengji: 1\`。
- **重复提交**：写入可带 \`Idempotency-Key\`，同一键再发一次得到同一个答复，不会办两次。
- **并发**：读取给出 \`ETag\`；保存填报件带上所依据的版本，别人先保存的逐格合并，冲突时拒绝并列出两边的值。
- **翻页**：列表给出 \`next\`，原样放进下一次请求的 \`after\`。
- **拒绝**：\`application/problem+json\`；\`code\` 不变，\`message\` 给人看，\`errors\` 逐项列出位置。

${nouns.map(sectionOf).join('\n')}
## 拒绝代码

| 代码 | 状态 | 说明 |
|---|---|---|
${Object.entries(problems)
  .map(([code, [status, sentence]]) => `| \`${code}\` | ${status} | ${escaped(sentence)} |`)
  .join('\n')}
`
}

const sectionOf = (noun: string): string =>
  `## ${noun}\n\n| 地址 | 用途 | 谁可以 |\n|---|---|---|\n${endpoints
    .filter(({ name }) => name.startsWith(`${noun}.`))
    .map(rowOf)
    .join('\n')}\n`

function rowOf({ method, path, may }: ListedEndpoint): string {
  const line: Line = policy[may]
  return `| \`${method} /api${path}\` | ${escaped(line.title)} | ${escaped(whoMay(line))} |`
}

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|')
