// A stored form as a file: the official form, or its data.
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type FormFormat, formFormats } from '../../api/forms.ts'
import { usePublicationWords } from '../words/publications.ts'

const addressOf = (id: string, format: FormFormat): string =>
  `/api/forms/${encodeURIComponent(id)}/download?format=${format}`

export function FormDownloads({ id }: { readonly id: string }) {
  const words = usePublicationWords()
  const items = formFormats.map((format) => ({
    key: format,
    label: (
      <a href={addressOf(id, format)} download>
        {words.downloads[format]}
      </a>
    ),
  }))
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined aria-hidden="true" />} aria-haspopup="menu">
        {words.download}
      </Button>
    </Dropdown>
  )
}
