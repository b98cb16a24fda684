import { useParams } from '@tanstack/react-router'

/** The workspace whose page this is; only for what is shown inside one. */
export function useSlug(): string {
  const { slug } = useParams({ strict: false })
  if (!slug) throw new Error('This is shown only inside a workspace.')
  return slug
}
