// 示例: the set-up's other choice, with an account for every role; their passwords are shown this once.
import { Alert, Button, Card, Form } from 'antd'
import { useNavigate } from 'react-router'
import { type DemonstrationAccount, setup } from '../../api/setup.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call } from '../call.ts'
import { saveFile } from '../parts/download.ts'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useSetupWords } from '../words/setup.ts'
import { useWords } from '../words.ts'
import { SetupField } from './setup-field.tsx'

type Accounts = readonly DemonstrationAccount[]

export function DemonstrationForm({ onDone }: { readonly onDone: (accounts: Accounts) => void }) {
  const own = useSetupWords()
  const { renew } = useMe()
  const { busy, refusal, write } = useWrite()
  const run = (given: { readonly code: string }) =>
    write(
      () => call(setup.demonstrate, given),
      ({ accounts }) => {
        onDone(accounts)
        void renew()
        return undefined
      },
    )
  return (
    <Form layout="vertical" requiredMark={false} onFinish={run} scrollToFirstError>
      <Card className="card below">
        <p>{own.demonstrationIntro}</p>
        <SetupField name={['code']} label={own.code} />
        <RefusalList refusal={refusal} />
        <Button type="primary" htmlType="submit" loading={busy} block>
          {busy ? own.demonstrating : own.demonstrate}
        </Button>
      </Card>
    </Form>
  )
}

export function DemonstrationAccounts({ accounts }: { readonly accounts: Accounts }) {
  const words = useWords()
  const own = useSetupWords()
  const navigate = useNavigate()
  const save = () => {
    const lines = accounts.map(({ login, password, name, roles }) => [login, password, name, roles].join('\t'))
    saveFile(own.accountsFile, new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }))
  }
  return (
    <Card className="card" title={<h2 className="card-title">{own.accounts}</h2>}>
      <Alert className="form-alert" type="warning" showIcon title={own.accountsOnce} />
      <ul className="plain lines" aria-label={own.accounts}>
        {accounts.map(({ login, password, name, roles }) => (
          <li key={login}>
            <b>{login}</b>　<code className="codes">{password}</code>
            <span className="note-inline block" lang="zh-CN">
              {name}　{roles}
            </span>
          </li>
        ))}
      </ul>
      <div className="verb-row below">
        <Button onClick={save}>{own.accountsSave}</Button>
        <Button type="primary" onClick={() => void navigate(paths.signIn())}>
          {words.signIn}
        </Button>
      </div>
    </Card>
  )
}
