import type { ChosenFile } from '../port';

/** How files come in and go out; the pane's document does it, tests do it themselves. */
export interface FileDialogs {
  /** Null when she chose none. @param kinds endings with the dot */
  open(kinds: readonly string[]): Promise<ChosenFile | null>;
  save(file: ChosenFile): Promise<void>;
}

/** Files through the page: nothing leaves the machine. */
export function pageDialogs(page: Document): FileDialogs {
  return {
    open: (kinds) => chosenFile(page, kinds),
    save: async (file) => download(page, file),
  };
}

function chosenFile(page: Document, kinds: readonly string[]): Promise<ChosenFile | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = kinds.join(',');
  input.hidden = true;
  page.body.append(input);
  return new Promise<ChosenFile | null>((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else {
        file.arrayBuffer().then((bytes) => resolve({ name: file.name, bytes: new Uint8Array(bytes) }), reject);
      }
    });
    input.click();
  }).finally(() => input.remove());
}

/** The browser reads the file after the click, so its address lives a little longer. */
const KEPT_MILLISECONDS = 60_000;

function download(page: Document, { name, bytes }: ChosenFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
