import { Alert, Card, Descriptions } from 'antd'
import { Link, useParams } from 'react-router'
import { profiles } from '../../kernel/profile/index.ts'
import { needLabel } from '../../kernel/review/related.ts'
import { rules } from '../../kernel/review/rules/index.ts'
import { SeverityTag } from '../parts/finding-list.tsx'
import { paths } from '../paths.ts'
import { RuleExamples } from '../rules/rule-examples.tsx'
import { RulesFrame } from '../rules/rules-frame.tsx'
import { useDomainWords } from '../words/domain.ts'
import { useRuleWords } from '../words/rules.ts'

/** One rule: what must hold, on which basis, what it says, what to do, with examples the engine judges here. */
export default function RulePage() {
  const words = useRuleWords()
  const domain = useDomainWords()
  const { id = '' } = useParams()
  const rule = rules.find((one) => one.id === id.toUpperCase())
  if (!rule)
    return (
      <RulesFrame title={words.rules}>
        <Alert type="warning" showIcon title={words.noRule(id)} action={<Link to={paths.rules()}>{words.all}</Link>} />
      </RulesFrame>
    )
  const elsewhere = profiles.flatMap(({ id: profile, title, severities }) => {
    const severity = severities[rule.id]
    return severity === undefined ? [] : [{ profile, title, severity }]
  })
  const facts = [
    {
      label: words.severity,
      text: (
        <>
          <SeverityTag severity={rule.severity} /> {words.means[rule.severity]}
        </>
      ),
    },
    ...(elsewhere.length > 0
      ? [
          {
            label: words.local,
            text: elsewhere.map(({ profile, title, severity }) => (
              <div key={profile}>
                <Link to={paths.profiles(profile)}>{title}</Link>：{words.severities[severity]}
              </div>
            )),
          },
        ]
      : []),
    { label: words.basis, text: rule.basis },
    { label: words.kinds, text: rule.kinds.map((kind) => domain.formKind(kind)).join('、') },
    ...(rule.needs?.length
      ? [
          {
            label: words.needs,
            text: `${rule.needs.map((need) => needLabel[need]).join('、')}（${words.needsNot}）`,
          },
        ]
      : []),
    { label: words.fix, text: rule.fix },
  ]
  return (
    <RulesFrame title={`${rule.id} ${rule.title}`} note={<Link to={paths.rules()}>{words.all}</Link>}>
      <Card className="card">
        <Descriptions
          column={1}
          size="small"
          items={facts.map(({ label, text }) => ({ key: label, label, children: text }))}
        />
      </Card>
      <Card className="card">
        <RuleExamples rule={rule} />
      </Card>
    </RulesFrame>
  )
}
