import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { openWorkbookFile } from '../hosts/xlsx/open';
import { rubricFromWorkbook } from '../report/rubric-source';
import type { Answers } from '../rubric/answers';
import type { Rubric } from '../rubric/pack';
import { RUBRICS, rubricById } from '../rubric/packs';
import { readRubric } from '../rubric/read';

type Refused = { readonly problem: string };

/** A rubric that was asked for, and sentences about what was not understood in it. */
export interface ChosenRubric {
  readonly rubric: Rubric;
  readonly remarks: readonly string[];
}

/** The rubric of `--rubric` or `--rubric-file`; null when neither was given. */
export async function chosenRubric(
  id: string | null,
  file: string | null,
): Promise<{ readonly chosen: ChosenRubric | null } | Refused> {
  if (id !== null) {
    const rubric = rubricById(id);
    const known = RUBRICS.map((one) => `${one.id}（${one.title}）`).join('、');
    return rubric
      ? { chosen: { rubric, remarks: [] } }
      : { problem: `没有编号为“${id}”的评分办法，可用的有：${known}。` };
  }
  if (file === null) return { chosen: null };
  return extname(file).toLowerCase() === '.json' ? rubricFromJson(file) : rubricFromTable(file);
}

async function rubricFromJson(file: string): Promise<{ readonly chosen: ChosenRubric } | Refused> {
  const content = await readJson(file);
  if ('problem' in content) return content;
  const outcome = readRubric(content.value);
  if ('rubric' in outcome) return { chosen: { rubric: outcome.rubric, remarks: [] } };
  const faults = outcome.faults.map(({ indicator, message }) =>
    indicator === null ? message : `${indicator}：${message}`,
  );
  return { problem: `评分办法“${basename(file)}”不能用：${listed(faults)}。` };
}

async function rubricFromTable(file: string): Promise<{ readonly chosen: ChosenRubric } | Refused> {
  const bytes = await bytesOf(file);
  if ('problem' in bytes) return bytes;
  const opened = await openWorkbookFile(bytes.value, basename(file));
  if ('problem' in opened) return { problem: `${basename(file)}：${opened.problem.message}` };
  const outcome = await rubricFromWorkbook(opened.source);
  const sentences = ('refused' in outcome ? outcome.refused : outcome.remarks).map(({ place, message }) =>
    place === '' ? message : `${place}：${message}`,
  );
  if ('refused' in outcome) return { problem: `评分办法“${basename(file)}”不能用：${listed(sentences)}。` };
  return { chosen: { rubric: outcome.rubric, remarks: sentences } };
}

/** The answers of `--answers`: an object of objects, by indicator. */
export async function givenAnswers(file: string): Promise<{ readonly answers: Answers } | Refused> {
  const content = await readJson(file);
  if ('problem' in content) return content;
  const { value } = content;
  const isFields = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!isFields(value) || !Object.values(value as object).every(isFields)) {
    return {
      problem: `“${basename(file)}”要写成 { "指标编号": { "level": …, "count": …, "value": … } }，请核对后再试。`,
    };
  }
  return { answers: value as Answers };
}

async function readJson(file: string): Promise<{ readonly value: unknown } | Refused> {
  const bytes = await bytesOf(file);
  if ('problem' in bytes) return bytes;
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes.value)) as unknown };
  } catch {
    return { problem: `“${basename(file)}”不是 JSON 文件，或者写得不完整，请核对后再试。` };
  }
}

async function bytesOf(file: string): Promise<{ readonly value: Uint8Array } | Refused> {
  try {
    return { value: await readFile(file) };
  } catch {
    return { problem: `打不开文件“${file}”：请检查路径和文件名。` };
  }
}

/** Some sentences as one, each without its full stop. */
function listed(sentences: readonly string[]): string {
  return sentences.map((one) => one.replace(/。$/, '')).join('；');
}
