import { go } from '../stores/navigation.ts';
import { isCovered, isTyping } from './use-keys.ts';

/** Dragged text may fall into a field; a file never does. */
const isForField = ({ target, dataTransfer }: DragEvent): boolean => isTyping(target) && dataTransfer?.types.includes('Files') === false;

/** Looks into a file on the page of data, which says what it is. */
async function open(file: File): Promise<void> {
  go({ page: 'data' });
  const { takePackFile } = await import('../stores/packs.ts');
  await takePackFile(file);
}

/** Takes files dropped anywhere on the window; nothing that is dropped ever takes the place of the page. Returns the way to stop. */
export function followDrops(): () => void {
  const onOver = (event: DragEvent): void => {
    if (isForField(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = event.dataTransfer.types.includes('Files') && !isCovered() ? 'copy' : 'none';
  };
  const onDrop = (event: DragEvent): void => {
    if (isForField(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file && !isCovered()) void open(file);
  };
  window.addEventListener('dragover', onOver);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragover', onOver);
    window.removeEventListener('drop', onDrop);
  };
}
