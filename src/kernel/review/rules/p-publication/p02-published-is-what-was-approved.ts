import { budgetLaw } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { published } from '../../samples-of-publication.ts'

export const publishedIsWhatWasApproved = reviewRule({
  id: 'P02',
  title: '公开的版本就是批复的版本',
  severity: 'error',
  basis: budgetLaw,
  fix: '撤下公开件，换成批复（终审）版本。',
  kinds: everyKind,
  needs: ['publication'],
  messages: { differs: '公开版本（{published}）与批复版本（{approved}）内容不同。' },
  *check({ related: { publication } }, { say, unable }) {
    const { approvedHash, publishedHash, publishedOn } = publication
    if (publishedOn === null) return
    if (approvedHash === null || publishedHash === null) return yield unable('没有批复版本或公开版本的指纹')
    if (approvedHash !== publishedHash)
      yield say({ path: 'title', quote: null, observed: publishedHash, expected: approvedHash }, 'differs', {
        published: publishedHash.slice(0, 8),
        approved: approvedHash.slice(0, 8),
      })
  },
  examples: () => ({
    passes: [published({ approvedHash: '4f5943d1c27b', publishedHash: '4f5943d1c27b' })],
    fails: [[published({ approvedHash: '4f5943d1c27b', publishedHash: 'e70f346a3a70' }), 'differs', 'title']],
    unable: [published({ approvedHash: null })],
  }),
})
