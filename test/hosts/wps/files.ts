/** The PC's files as FileSystem reaches them. Folders exist by being named in a path. */
export class EtFiles {
  private readonly files = new Map<string, Uint8Array>();

  put(path: string, bytes: Uint8Array): void {
    this.files.set(path, bytes);
  }

  get(path: string): Uint8Array | null {
    return this.files.get(path) ?? null;
  }

  remove(path: string): boolean {
    return this.files.delete(path);
  }

  exists(path: string): boolean {
    return this.files.has(path) || this.namesIn(path).length > 0;
  }

  /** Names of files and folders in a folder, in order. */
  namesIn(folder: string): string[] {
    const inside = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] as string))].sort();
  }
}
