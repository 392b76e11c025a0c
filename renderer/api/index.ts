export { ApiProvider } from './ApiProvider.tsx'
export { bytesUrl, download, putBytes } from './bytes.ts'
export { type Connection, call, connect, newJobId, onConnection, onEvent } from './call.ts'
export { downloadOriginal } from './downloadOriginal.ts'
export { searchBetween } from './searchBetween.ts'
export { type CallOptions, useCall } from './useCall.ts'
export { useCommand } from './useCommand.ts'
export { useConnection, useEvent } from './useEvent.ts'
export { type Job, useJob } from './useJob.ts'
export {
  type SearchRequest,
  type SearchResults,
  searchInput,
  useSearch,
  useSearchAhead,
} from './useSearch.ts'
export { useSetting } from './useSetting.ts'
