import type { LastChange } from '../service/state';

/** What taking back the last change is called, by what it was. */
export const UNDO_WORDS: Readonly<Record<LastChange['type'], string>> = {
  write: '撤销本次写入',
  removal: '恢复刚才删除的表',
  undo: '恢复刚才撤销的',
};
