// The forms of a search as open data, and the feed: plain links, for people and programs.
import { usePublicationWords } from '../words/publications.ts'

type Props = { readonly search: Readonly<Record<string, string | number | undefined>> }

export function OpenData({ search }: Props) {
  const words = usePublicationWords()
  const asked = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const address = (format: string) =>
    `/api/public/data?${new URLSearchParams([...asked.map(([name, value]) => [name, String(value)]), ['format', format]])}`
  return (
    <nav className="public-links" aria-label={words.openData}>
      <a href={address('json')} download>
        {words.openData} JSON
      </a>
      <a href={address('csv')} download>
        {words.openData} CSV
      </a>
      <a href="/api/public/feed">{words.feed}</a>
    </nav>
  )
}
