import type { SourceBytes } from '../parsedSource.ts'
import type { UnpackLimits } from './budget.ts'
import { Member } from './member.ts'
import { unpackSource } from './unpackSource.ts'

/** Everything that comes out of a container, in order, each checked as the importer checks it. */
export async function unpackAll(source: SourceBytes, limits?: UnpackLimits): Promise<Member[]> {
  const members: Member[] = []
  const give = async (member: Member): Promise<void> => {
    members.push(Member.parse(member))
  }
  await unpackSource(source, give, limits)
  return members
}

/** A line for each member: its path, and its text or why it was refused. */
export const linesOf = (members: readonly Member[]): string[] =>
  members.map(({ path, bytes, refused }) => `${path} = ${refused ?? new TextDecoder().decode(bytes)}`)
