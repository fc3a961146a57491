// What must hold for a verb beside state and permission; each answers the reason why not, or null.
import type { Actor } from '../policy/actor.ts'
import { decide } from '../policy/decide.ts'
import type { Place } from '../policy/permission.ts'
import { type FilingFacts, holder } from './filing.ts'
import { outcomes } from './four-aspects.ts'
import { setsTargets, states } from './state.ts'

type Asked = { readonly facts: FilingFacts; readonly actor: Actor; readonly place: Place; readonly now: Date }

export const guards = {
  /** What was returned may be put right after the deadline; nothing else is filed outside the task's days. */
  open: ({ facts }: Asked) => facts.closedBecause,
  untouched: ({ facts }: Asked) =>
    facts.state === facts.route[0]
      ? null
      : `已通过${states[facts.route[0] ?? 'unit-review']}，不能撤回。请联系当前审核人退回。`,
  'not-held-by-another': ({ facts, actor, now }: Asked) => {
    const held = holder(facts, now)
    return held === null || held.id === actor.id
      ? null
      : `${held.name}已受理，正在审阅。请等其处理完毕，或请其放弃受理。`
  },
  'held-by-self-or-managed': ({ facts, actor, place, now }: Asked) => {
    const held = holder(facts, now)
    if (held === null) return '目前无人受理。'
    if (held.id === actor.id || decide(actor, 'filing.manage', place).allowed) return null
    return `由${held.name}受理，只有其本人或绩效管理人员可以解除。`
  },
  'not-own-work': ({ facts, actor }: Asked) =>
    actor.id !== null && facts.preparers.includes(actor.id) ? '自己填报的不得自己审核。' : null,
  'all-signed': ({ facts }: Asked) =>
    facts.askedToSign.length === 0
      ? null
      : `还有${facts.askedToSign.length}人未会签：${facts.askedToSign.map(({ name }) => name).join('、')}。`,
  'asked-to-sign': ({ facts, actor }: Asked) =>
    facts.askedToSign.some(({ id }) => id === actor.id) ? null : '没有请您会签，或您已会签。',
  'assessment-allows': ({ facts }: Asked) => {
    const { grade, outcome } = facts.assessment ?? { grade: null, outcome: null }
    if (grade === null || outcome === 'proceed' || outcome === 'improve') return null
    return `您的四性审核结论为“${grade}”：${outcomes[grade].says}。请退回，或先修改审核表。`
  },
  target: ({ facts }: Asked) => (setsTargets(facts.kind) ? null : '只有绩效目标可以调整；其他表请绩效管理人员重开。'),
  'adjustment-open': ({ facts }: Asked) => facts.noAdjustmentBecause,
  'approved-before': ({ facts }: Asked) => (facts.standing === null ? '尚无已批复的版本，不能放弃修改。' : null),
  'never-approved': ({ facts }: Asked) =>
    facts.standing === null ? null : '已有批复的版本，不能作废。不要这次的修改，请“放弃本次修改”。',
  'newer-target': ({ facts }: Asked) => facts.noNewerTargetBecause,
} as const satisfies Record<string, (asked: Asked) => string | null>

export type Guard = keyof typeof guards
