import { Pagination } from 'antd'
import { useWords } from '../words.ts'

type Props = {
  readonly page: number
  readonly found: { readonly total: number; readonly pageSize: number }
  readonly onPage: (page: number) => void
}

/** From page to page of a list that the server cuts; nothing where there is only one. */
export function PageSteps({ page, found: { total, pageSize }, onPage }: Props) {
  const words = useWords()
  return (
    <Pagination
      className="pages"
      align="end"
      current={page}
      total={total}
      pageSize={pageSize}
      showSizeChanger={false}
      hideOnSinglePage
      itemRender={(_, type, element) => {
        if (type === 'prev') return <button type="button">{words.previousPage}</button>
        return type === 'next' ? <button type="button">{words.nextPage}</button> : element
      }}
      onChange={onPage}
    />
  )
}
