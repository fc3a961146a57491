import { Spin } from 'antd'

export const Loading = ({ what }: { what: string }) => (
  <div className="loading" role="status">
    <Spin /> <span>正在载入{what}…</span>
  </div>
)
