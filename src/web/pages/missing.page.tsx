import { Link } from 'react-router'
import { paths } from '../paths.ts'

export default function MissingPage() {
  return (
    <div className="page">
      <h1>没有这个页面</h1>
      <p>
        地址可能写错了。去<Link to={paths.check()}>快速检查</Link>或<Link to={paths.forms()}>绩效表</Link>。
      </p>
    </div>
  )
}
