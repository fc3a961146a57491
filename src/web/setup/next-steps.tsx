// What the three administrators do after the set-up, in order.
import { Alert, Button, Card, Steps } from 'antd'
import { useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { useSetupWords } from '../words/setup.ts'
import { useWords } from '../words.ts'

export function NextSteps() {
  const words = useWords()
  const own = useSetupWords()
  const navigate = useNavigate()
  return (
    <Card className="card" title={<h2 className="card-title">{own.next}</h2>}>
      <Alert className="form-alert" type="success" showIcon title={own.done} />
      <Steps
        orientation="vertical"
        size="small"
        current={0}
        items={own.steps.map(({ title, content }) => ({ title, content }))}
      />
      <Button type="primary" block onClick={() => void navigate(paths.signIn(paths.organisations()))}>
        {words.signIn}
      </Button>
    </Card>
  )
}
