import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { published } from '../../samples-of-publication.ts'

/** The only lawful reason. */
const SECRET = /涉密|国家秘密|保密|密级/

export const withheldOnlyWhenSecret = reviewRule({
  id: 'P03',
  title: '不公开的有涉密理由',
  severity: 'error',
  basis: '《中华人民共和国政府信息公开条例》',
  fix: '公开该表；确属涉密的，写明依据。',
  kinds: everyKind,
  needs: ['publication'],
  messages: {
    other: '不公开的理由是“{reason}”，不是涉密。',
    blank: '选择不公开，没有写理由。',
  },
  *check({ related: { publication } }, { say }) {
    const { publishedOn, withheldBecause } = publication
    if (publishedOn !== null || withheldBecause === null || SECRET.test(withheldBecause)) return
    const where = { path: 'title', quote: null, observed: withheldBecause }
    if (withheldBecause.trim() === '') yield say(where, 'blank')
    else yield say(where, 'other', { reason: withheldBecause })
  },
  examples: () => ({
    passes: [published({}), published({ publishedOn: null, withheldBecause: '项目内容涉密，密级为秘密' })],
    fails: [
      [published({ publishedOn: null, withheldBecause: '领导要求' }), 'other', 'title'],
      [published({ publishedOn: null, withheldBecause: '' }), 'blank', 'title'],
    ],
    unable: [{ form: published({}).form }],
  }),
})
