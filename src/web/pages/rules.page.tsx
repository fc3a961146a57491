import { Input, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { ruleGroups } from '../../kernel/review/rule-groups.ts'
import { rules } from '../../kernel/review/rules/index.ts'
import { severities } from '../../kernel/review/words.ts'
import { SeverityTag } from '../parts/finding-list.tsx'
import { paths } from '../paths.ts'
import { RulesFrame } from '../rules/rules-frame.tsx'
import { useRuleWords } from '../words/rules.ts'

/** 审核规则: all of them, readable by everybody; the address holds the search. */
export default function RulesPage() {
  const words = useRuleWords()
  const [address, setAddress] = useSearchParams()
  const [text, severity, group] = ['text', 'severity', 'group'].map((name) => address.get(name) ?? '') as [
    string,
    string,
    string,
  ] // three in, three out
  const change = (changes: Readonly<Record<string, string>>) =>
    setAddress(
      Object.entries({ text, severity, group, ...changes }).filter(([, value]) => value !== ''),
      { replace: true },
    )
  const found = rules.filter(
    (rule) =>
      (severity === '' || rule.severity === severity) &&
      rule.id.startsWith(group) &&
      has(`${rule.id} ${rule.title} ${rule.basis} ${rule.fix}`, text),
  )
  return (
    <RulesFrame title={words.rules} note={words.count(found.length)}>
      <search className="filter-row">
        <Input
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          value={text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <Select
          aria-label={words.group}
          value={group}
          options={[
            { value: '', label: words.anyGroup },
            ...Object.entries(ruleGroups).map(([letter, about]) => ({ value: letter, label: `${letter} ${about}` })),
          ]}
          onChange={(value) => change({ group: value })}
        />
        <Select
          aria-label={words.severity}
          value={severity}
          options={[
            { value: '', label: words.anySeverity },
            ...severities.map((value) => ({ value, label: words.severities[value] })),
          ]}
          onChange={(value) => change({ severity: value })}
        />
      </search>
      {found.length === 0 && <p className="note">{words.nothing}</p>}
      {found.length > 0 && (
        <div className="table-frame">
          <table className="list" aria-label={words.rules}>
            <thead>
              <tr>
                <th scope="col">{words.rule}</th>
                <th scope="col">{words.demands}</th>
                <th scope="col">{words.severity}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ id, title, severity: grave }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={paths.rule(id)}>{id}</Link>
                  </th>
                  <td lang="zh-CN">{title}</td>
                  <td>
                    <SeverityTag severity={grave} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </RulesFrame>
  )
}

/** Every word occurs, whatever its case. */
const has = (text: string, asked: string): boolean =>
  asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word))
