/** The tags in what was typed: a comma stands between two. None twice, and none that is nothing. */
export function readTags(typed: string): string[] {
  const tags = typed.split(',').map(tag => tag.trim().replace(/\s+/g, ' ').slice(0, 100).toWellFormed())
  return [...new Set(tags.filter(tag => tag !== ''))].slice(0, 50)
}
