import { PlusOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { CycleCard } from '../admin/cycle-card.tsx'
import { CycleCreateDialog } from '../admin/cycle-create.tsx'
import { CycleList } from '../admin/cycle-list.tsx'
import { useMe } from '../session.ts'
import { useCycleWords } from '../words/cycles.ts'

/** 年度与任务: the years at the left, one with its tasks at the right; the address holds which. */
export default function CyclesPage() {
  const words = useCycleWords()
  const { may } = useMe()
  const [address, setAddress] = useSearchParams()
  const [isNew, setNew] = useState(false)
  const chosen = address.get('id')
  const whyNot = may('cycle.write') ? '' : words.notYours
  return (
    <AdminFrame
      page="cycles"
      tools={
        <Tooltip title={whyNot}>
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden="true" />}
            disabled={whyNot !== ''}
            onClick={() => setNew(true)}
          >
            {words.open}
          </Button>
        </Tooltip>
      }
    >
      <div className="aside-columns">
        <section className="aside-panel">
          <CycleList chosen={chosen} />
        </section>
        <section>{chosen ? <CycleCard key={chosen} id={chosen} /> : <p className="note">{words.choose}</p>}</section>
      </div>
      {isNew && (
        <CycleCreateDialog
          onClose={() => setNew(false)}
          onDone={(id) => {
            setNew(false)
            setAddress({ id })
          }}
        />
      )}
    </AdminFrame>
  )
}
