import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Breadcrumb, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { downloadJson } from '../parts/download.ts'
import { FormView } from '../parts/form-view.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'

/** One stored form, with its findings. */
export default function FormPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(query(forms.get, { id }))
  const name = data?.form.project?.name ?? data?.form.department?.name ?? '绩效表'
  return (
    <div className="page">
      <Breadcrumb items={[{ title: <Link to={paths.forms()}>绩效表</Link> }, { title: name }]} />
      <header className="page-head">
        <h1>{name}</h1>
        {data && (
          <Button
            icon={<DownloadOutlined />}
            onClick={() => downloadJson(`${name}.json`, { form: data.form, check: data.check })}
          >
            下载 JSON
          </Button>
        )}
      </header>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what="绩效表" />}
      {data && (
        <>
          <p className="note">
            第 {data.version} 版，{new Date(data.savedAt).toLocaleString('zh-CN')} 导入
            {data.document && `，来自《${data.document.name}》第 ${data.document.position} 张表`}
            <span className="hash">　校验 {data.hash.slice(0, 12)}</span>
          </p>
          <FormView checked={data} lines={data.lines} />
        </>
      )}
    </div>
  )
}
