import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '../../src/rubric/answers';
import { terminalPicture } from '../../samples/picture';
import { judgeFile, sampleBytes, setCell } from '../support/sample';

const ANSWERS = join(__dirname, '../../samples/庐山市民政局2023年度答复.json');
const PICTURE = join(__dirname, '../../assets/checks.svg');

test('the picture in README shows what the command prints now (renew it with UPDATE_PICTURE=1)', async () => {
  const answers = JSON.parse(readFileSync(ANSWERS, 'utf8')) as Answers;
  const right = await judgeFile(sampleBytes(), { last: 'report', answers });
  const wrong = await judgeFile(
    sampleBytes((book) => setCell(book, '支出决算表', 'G7', 17593.24)),
    { last: 'checks' },
  );
  const files = { workbook: 'out/庐山市民政局2023年度_自评.xlsx', backup: null, report: null };
  const picture = terminalPicture([
    { command: 'npm run --silent evaluate', evaluation: right.evaluation, files, lines: 9 },
    {
      command: 'npm run --silent evaluate -- 改错一个数.xlsx --only checks | head -8',
      evaluation: wrong.evaluation,
      files: null,
      lines: 8,
    },
  ]);
  if (process.env.UPDATE_PICTURE === '1') writeFileSync(PICTURE, picture);
  expect(readFileSync(PICTURE, 'utf8')).toBe(picture);
});
