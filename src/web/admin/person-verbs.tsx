// What can be done with an account; what cannot says why not, what cannot be undone asks once.
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import { type PersonDetails, people } from '../../api/people.ts'
import { call } from '../call.ts'
import { useMe } from '../session.ts'
import { useAdminWords } from '../words/admin.ts'
import { usePeopleWords } from '../words/people.ts'
import { OneTimePasswordDialog } from './one-time-password.tsx'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

type Verb = {
  readonly title: string
  readonly whyNot: string
  /** What is asked first; null = it is done at once. */
  readonly ask: string | null
  readonly run: () => Promise<void>
}

export function PersonVerbs({ person }: { readonly person: PersonDetails }) {
  const shared = useAdminWords()
  const { modal } = App.useApp()
  const [password, setPassword] = useState<string | null>(null)
  const { busy, refusal, write } = useWrite()
  const verbs = useVerbs(person, write, setPassword)
  const start = ({ ask, run, title }: Verb) =>
    ask === null
      ? void run()
      : void modal.confirm({
          title: ask,
          okText: title,
          cancelText: shared.cancel,
          okButtonProps: { danger: true },
          onOk: run,
        })
  return (
    <>
      <div className="verb-row">
        {verbs.map((verb) => (
          <Tooltip key={verb.title} title={verb.whyNot}>
            <Button disabled={verb.whyNot !== ''} loading={busy} onClick={() => start(verb)}>
              {verb.title}
            </Button>
          </Tooltip>
        ))}
      </div>
      <RefusalList refusal={refusal} />
      {password !== null && (
        <OneTimePasswordDialog name={person.name} password={password} onClose={() => setPassword(null)} />
      )}
    </>
  )
}

function useVerbs(
  { id, name, disabledAt, lockedUntil, hasFactor }: PersonDetails,
  write: ReturnType<typeof useWrite>['write'],
  show: (password: string) => void,
): readonly Verb[] {
  const words = usePeopleWords()
  const { may } = useMe()
  const writer = may('person.write') ? '' : words.notYoursToWrite
  const granter = may('grant.write') ? '' : words.notYoursToGrant
  const done = () => words.done
  const disable = {
    title: words.disable,
    whyNot: writer,
    ask: words.disableAsk(name),
    run: () => write(() => call(people.disable, { id }), done),
  }
  const enable = {
    title: words.enable,
    whyNot: writer,
    ask: null,
    run: () => write(() => call(people.enable, { id }), done),
  }
  return [
    disabledAt ? enable : disable,
    {
      title: words.reset,
      whyNot: writer || (disabledAt ? words.isDisabled : ''),
      ask: words.resetAsk(name),
      run: () =>
        write(
          () => call(people.resetPassword, { id }),
          ({ password }) => void show(password),
        ),
    },
    {
      title: words.unlock,
      whyNot: granter || (lockedUntil ? '' : words.notLocked),
      ask: null,
      run: () => write(() => call(people.unlock, { id }), done),
    },
    {
      title: words.removeFactor,
      whyNot: granter || (hasFactor ? '' : words.noFactor),
      ask: words.removeFactorAsk(name),
      run: () => write(() => call(people.removeFactor, { id }), done),
    },
  ]
}
