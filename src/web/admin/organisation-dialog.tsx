// What an organisation becomes: one dialog, its fields by what is done.
import { Form, Input, Select } from 'antd'
import { type OrganisationView, organisations } from '../../api/organisations.ts'
import {
  mayStandUnder,
  type OrganisationKind,
  organisationKinds,
  usualChild,
} from '../../kernel/organisation/organisation.ts'
import { call } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'
import { useDomainWords } from '../words/domain.ts'
import { useOrganisationWords } from '../words/organisations.ts'
import { today } from './day.ts'
import { FormDialog } from './form-dialog.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'
import { ProjectPicker } from './project-picker.tsx'

export type OrganisationVerb = 'create' | 'rename' | 'move' | 'merge' | 'split' | 'close'

type Given = {
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly parentId: string
  readonly intoId: string
  readonly children?: string[]
  readonly projects?: string[]
  readonly effectiveOn: string
  readonly reason: string
}
type Props = {
  readonly organisation: OrganisationView
  readonly verb: OrganisationVerb
  readonly onClose: () => void
}

export function OrganisationDialog({ organisation, verb, onClose }: Props) {
  const shared = useAdminWords()
  const words = useOrganisationWords()
  const { id, name } = organisation
  return (
    <FormDialog
      title={words.dialog[verb](name)}
      okText={words.verbs[verb]}
      isDanger={verb === 'close' || verb === 'merge'}
      initialValues={{ effectiveOn: today(), kind: usualChild(organisation.kind) }}
      give={(given: Given) => carryOut(verb, id, given)}
      onDone={(answer) => {
        onClose()
        return answer ? words.handed(answer.projects, answer.filings) : words.done
      }}
      onClose={onClose}
    >
      <p className="note">{words.explain[verb]}</p>
      <Fields organisation={organisation} verb={verb} />
      <Needed name="effectiveOn" label={shared.effectiveOn}>
        <Input type="date" max={today()} />
      </Needed>
      <Needed name="reason" label={shared.reason} extra={shared.reasonHint}>
        <Input.TextArea rows={2} maxLength={500} />
      </Needed>
    </FormDialog>
  )
}

function Fields({ organisation, verb }: Omit<Props, 'onClose'>) {
  const words = useOrganisationWords()
  const domain = useDomainWords()
  const kinds = (Object.keys(organisationKinds) as OrganisationKind[]) // its own keys
    .filter((kind) => mayStandUnder(kind, organisation.kind))
    .map((value) => ({ value, label: domain.organisationKind(value) }))
  return (
    <>
      {verb === 'create' && (
        <Needed name="kind" label={words.kind}>
          <Select options={kinds} />
        </Needed>
      )}
      {(verb === 'create' || verb === 'split') && (
        <Needed name="code" label={words.code}>
          <Input maxLength={20} autoComplete="off" />
        </Needed>
      )}
      {(verb === 'create' || verb === 'split' || verb === 'rename') && (
        <Needed name="name" label={verb === 'rename' ? words.newName : words.name}>
          <Input maxLength={200} autoComplete="off" />
        </Needed>
      )}
      {verb === 'move' && (
        <Needed name="parentId" label={words.newParent}>
          <OrganisationPicker label={words.newParent} />
        </Needed>
      )}
      {verb === 'merge' && (
        <Needed name="intoId" label={words.into}>
          <OrganisationPicker label={words.into} />
        </Needed>
      )}
      {verb === 'split' && (
        <>
          <Form.Item name="children" label={words.takeChildren}>
            <Select
              mode="multiple"
              options={organisation.children.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="projects" label={words.takeProjects}>
            <ProjectPicker label={words.takeProjects} organisationId={organisation.id} />
          </Form.Item>
        </>
      )}
    </>
  )
}

type NeededProps = {
  readonly name: keyof Given
  readonly label: string
  readonly extra?: string
  readonly children: React.ReactElement
}

function Needed({ name, label, extra, children }: NeededProps) {
  const shared = useAdminWords()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: true, whitespace: true, message: shared.needed(label) }]}
    >
      {children}
    </Form.Item>
  )
}

type Handed = { readonly projects: number; readonly filings: number }

async function carryOut(verb: OrganisationVerb, id: string, given: Given): Promise<Handed | undefined> {
  const { effectiveOn, reason, kind, code, name } = given
  const effect = { effectiveOn, reason }
  switch (verb) {
    case 'create':
      await call(organisations.create, { parentId: id, kind, code, name, ...effect })
      return undefined
    case 'rename':
      await call(organisations.rename, { id, name, ...effect })
      return undefined
    case 'move':
      await call(organisations.move, { id, parentId: given.parentId, ...effect })
      return undefined
    case 'merge':
      return call(organisations.merge, { id, intoId: given.intoId, ...effect })
    case 'split':
      return call(organisations.split, {
        id,
        code,
        name,
        children: given.children ?? [],
        projects: given.projects ?? [],
        ...effect,
      })
    case 'close':
      await call(organisations.close, { id, ...effect })
      return undefined
  }
}
