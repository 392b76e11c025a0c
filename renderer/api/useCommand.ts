import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput, Failure } from '../../shared/contract/index.ts'
import { call } from './call.ts'

/** A call that changes something. The archive's own events bring what was read up to date. */
export function useCommand<N extends CallName>(
  name: N,
): UseMutationResult<CallOutput<N>, Failure, CallInput<N>> {
  return useMutation<CallOutput<N>, Failure, CallInput<N>>({ mutationFn: input => call(name, input) })
}
