import { migration0001 } from './0001.ts'
import { migration0002 } from './0002.ts'
import { migration0003 } from './0003.ts'
import { migration0004 } from './0004.ts'
import { migration0005 } from './0005.ts'

/** Forward only: the step at index n brings `user_version` n to n + 1. A released step is never changed. */
export const migrations: readonly string[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
]
