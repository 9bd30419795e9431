// Runs before anything else. A file of its own, because the hub's policy allows no inline script.
;(() => {
  // The theme, before the first paint; the key is Mantine's own.
  let kept = null
  try {
    kept = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be blocked: the system's theme holds.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'

  // Zod would try whether it may make code from text; the policy forbids it, and browsers report each try.
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
})()
