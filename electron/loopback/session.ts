import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Admission } from './admission.ts'
import { answer } from './answer.ts'
import { peerIsThisUser } from './peerIsThisUser.ts'
import { readJson } from './readJson.ts'
import { Refusal } from './refusal.ts'

const Exchange = z.strictObject({ token: z.string().max(100) })

/** `POST /session`: exchanges a launch token for a cookie that scripts cannot read. */
export async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Admission,
): Promise<void> {
  const body = Exchange.safeParse(await readJson(request, 1024))
  if (!body.success) throw new Refusal(400, 'A launch token is needed.')
  if (!peerIsThisUser(request.socket))
    throw new Refusal(403, 'Another person on this computer is not let in.')
  const exchanged = admission.exchange(body.data.token)
  if (exchanged === 'closed') {
    throw new Refusal(
      403,
      'Too many wrong links were tried, so no new window is let in. Stop Despatch and start it again.',
    )
  }
  if (exchanged === 'wrong') {
    throw new Refusal(403, 'This link has been used, or is not of this session. Start Despatch again.')
  }
  answer(response, 200, 'text/plain; charset=utf-8', 'Welcome.', {
    'Set-Cookie': `${cookieName(request)}=${exchanged.session}; Path=/; HttpOnly; SameSite=Strict`,
  })
}

/** The session a request shows, or undefined. */
export function sessionOf(request: IncomingMessage): string | undefined {
  const name = `${cookieName(request)}=`
  return request.headers.cookie
    ?.split('; ')
    .find(cookie => cookie.startsWith(name))
    ?.slice(name.length)
}

/** Cookies know no ports, so two desks in one browser would take each other's: the name tells them apart. */
const cookieName = (request: IncomingMessage): string => `despatch-${request.socket.localPort}`
