import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeDocx } from '../document/docx';
import type { OfficialDocument } from '../document/document';
import { discard } from './output-file';

/** Writes the Word report: to a temporary file first, then in its place. Null when all is well. */
export async function writeReport(
  report: OfficialDocument,
  path: string,
): Promise<{ readonly problem: string } | null> {
  const bytes = await writeDocx(report);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, bytes);
    await rename(temporary, path);
    return null;
  } catch {
    await discard(temporary);
    return { problem: `写不了“${path}”：请检查文件夹是否有权限，或者它是否正在 Word 或 WPS 里打开。` };
  }
}
