/** The page a launch link opens. It knows no secret: the token stands after the `#`, which is never sent. */
export const launchPage = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Despatch</title>
    <link rel="icon" href="data:," />
    <script src="/launch.js" defer></script>
  </head>
  <body>
    <main>
      <h1>Despatch</h1>
      <p role="status">Opening…</p>
    </main>
  </body>
</html>
`

/** Takes the token out of the address and the history, then exchanges it for the session's cookie. */
export const launchScript = `const token = location.hash.slice(1)
history.replaceState(null, '', '/launch')
const say = words => {
  document.querySelector('[role=status]').textContent = words
}
fetch('/session', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ token }),
})
  .then(async answer => (answer.ok ? location.replace('/') : say(await answer.text())))
  .catch(() => say('Despatch is no longer running. Start it again.'))
`
