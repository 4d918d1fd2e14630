/**
 * The passages in which readings part, walked by key: while they have the focus, p and n follow the links there. These
 * lead to the section itself, so that the browser gives it the focus again.
 */
const passages = document.querySelector<HTMLElement>('#passages')
const RELATIONS: Readonly<Record<string, string>> = { p: 'prev', n: 'next' }

passages?.addEventListener('keydown', (event) => {
  const relation = RELATIONS[event.key.toLowerCase()]
  if (!relation || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  passages.querySelector<HTMLAnchorElement>(`a[rel="${relation}"]`)?.click()
})
