// 登录与密码的规定: read by administrators, changed by the security administrator.
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Form, InputNumber, Select, Tooltip } from 'antd'
import { security } from '../../api/security.ts'
import { allRoles } from '../../kernel/policy/roles.ts'
import type { Security } from '../../kernel/policy/security.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useMe } from '../session.ts'
import { useDomainWords } from '../words/domain.ts'
import { type SecurityField, useSystemWords } from '../words/system.ts'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

export function SecurityCard() {
  const words = useSystemWords()
  const { data, error, refetch } = useQuery(query(security.get, {}))
  return (
    <Card className="card" title={<h2 className="card-title">{words.security}</h2>}>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.security} />}
      {data && <SecurityForm settings={data} />}
    </Card>
  )
}

function SecurityForm({ settings }: { readonly settings: Security }) {
  const words = useSystemWords()
  const domain = useDomainWords()
  const { may } = useMe()
  const { busy, refusal, write } = useWrite()
  const whyNot = may('security.write') ? '' : words.notYours
  const fields = Object.keys(words.fields) as SecurityField[] // its own keys
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      disabled={whyNot !== ''}
      initialValues={settings}
      onFinish={(given: Security) =>
        write(
          () => call(security.set, given),
          () => words.saved,
        )
      }
    >
      <div className="field-grid">
        {fields.map((field) => (
          <Form.Item key={field} name={field.split('.')} label={words.fields[field]} rules={[{ required: true }]}>
            <InputNumber min={0} precision={0} className="wide" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="factorFor" label={words.factorFor}>
        <Select mode="multiple" options={allRoles.map((role) => ({ value: role, label: domain.role(role) }))} />
      </Form.Item>
      <RefusalList refusal={refusal} />
      <Tooltip title={whyNot}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.save}
        </Button>
      </Tooltip>
    </Form>
  )
}
