import { Alert, Card, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { layouts } from '../../kernel/layout/index.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { profiles } from '../../kernel/profile/index.ts'
import type { Profile } from '../../kernel/profile/profile.ts'
import { differences, profileWords } from '../../kernel/profile/words.ts'
import { rules } from '../../kernel/review/rules/index.ts'
import { RulesFrame } from '../rules/rules-frame.tsx'
import { useRuleWords } from '../words/rules.ts'

const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id
const options = profiles.map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }))
const usual = profiles.find(({ regions }) => regions.length === 0) ?? profiles[0]

/** 口径: everything one lays down, or where two differ; the address holds which. */
export default function ProfilesPage() {
  const words = useRuleWords()
  const [address, setAddress] = useSearchParams()
  const profile = profileOf(address.get('id') ?? '') ?? usual
  const other = profileOf(address.get('with') ?? '')
  if (!profile) return null // there is always a profile; the index is written by a script
  const change = (id: string, with_: string) => setAddress(with_ === '' ? { id } : { id, with: with_ })
  return (
    <RulesFrame title={words.profiles}>
      <search className="filter-row">
        <Select
          aria-label={words.profile}
          value={profile.id}
          options={options}
          onChange={(id) => change(id, other?.id ?? '')}
        />
        <Select
          aria-label={words.compareWith}
          value={other?.id ?? ''}
          options={[
            { value: '', label: `${words.compareWith}：${words.compareNone}` },
            ...options.map((option) => ({ ...option, disabled: option.value === profile.id })),
          ]}
          onChange={(id) => change(profile.id, id)}
        />
      </search>
      {other && other.id !== profile.id ? (
        <Comparison left={profile} right={other} />
      ) : (
        <Contents key={profile.id} profile={profile} />
      )}
    </RulesFrame>
  )
}

function Contents({ profile }: { readonly profile: Profile }) {
  const words = useRuleWords()
  const local = [...new Set(layouts.filter(({ region }) => profile.regions.includes(region)).map(({ title }) => title))]
  return (
    <div lang="zh-CN">
      <div className="table-frame card">
        <table className="list" aria-label={profile.title}>
          <tbody>
            {profileWords(profile, titleOf).map(({ topic, text }) => (
              <tr key={topic}>
                <th scope="row">{topic}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {local.length > 0 && (
        <Card className="card" title={words.layouts}>
          {local.join('、')}
        </Card>
      )}
      <Card className="card" title={words.sources}>
        <ul className="plain lines">
          {profile.sources.map(({ text, checked }) => (
            <li key={text}>
              {text} <span className="note-inline">（{checked}）</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function Comparison({ left, right }: { readonly left: Profile; readonly right: Profile }) {
  const words = useRuleWords()
  const found = differences(left, right, titleOf)
  if (found.length === 0) return <Alert type="info" showIcon title={words.same(left.title, right.title)} />
  return (
    <>
      <p className="note" role="status">
        {words.differ(found.length)}
      </p>
      <div className="table-frame" lang="zh-CN">
        <table className="list compared" aria-label={words.differ(found.length)}>
          <thead>
            <tr>
              <th scope="col">{words.topic}</th>
              <th scope="col">{left.title}</th>
              <th scope="col">{right.title}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ topic, left: one, right: another }) => (
              <tr key={topic}>
                <th scope="row">{topic}</th>
                <td>{one ?? words.silent}</td>
                <td>{another ?? words.silent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
