/** Opening what was found: a row that was pressed, or the one under the keys. */
import type { SearchResult } from '../../shared/contract/reference.ts';
import { go } from './navigation.ts';
import { valueOf } from './request.ts';
import { useSearch } from './search.ts';

export const openResult = (result: SearchResult): void => go(result.kind === 'credential' ? { page: 'credential', id: result.id } : result.kind === 'occupation' ? { page: 'occupation', soc: result.id } : { page: 'school', id: result.id });

/** Opens the result under the keys; when the answer to the last key is still on its way, that of the answer. */
export function openAtKeys(): void {
  const openNow = ({ found, at }: ReturnType<typeof useSearch.getState>): void => {
    const result = valueOf(found)?.results[at];
    if (result) openResult(result);
  };
  if (useSearch.getState().found.status !== 'loading') return openNow(useSearch.getState());
  const stop = useSearch.subscribe((state) => {
    if (state.found.status === 'loading') return;
    stop();
    openNow(state);
  });
}
