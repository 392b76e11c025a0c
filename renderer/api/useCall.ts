import { type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput, Failure } from '../../shared/contract/index.ts'
import { call } from './call.ts'

export type CallOptions<N extends CallName> = Omit<
  UseQueryOptions<CallOutput<N>, Failure>,
  'queryKey' | 'queryFn' | 'networkMode'
>

/** Reads, and reads again when the backend says that it has changed. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options?: CallOptions<N>,
): UseQueryResult<CallOutput<N>, Failure> {
  return useQuery<CallOutput<N>, Failure>({
    ...options,
    queryKey: [name, input],
    queryFn: () => call(name, input),
  })
}
