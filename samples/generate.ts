import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf } from './package';
import { SAMPLE_NAME, sampleSheets } from './workbook';

const sheets = sampleSheets();
writeFileSync(join(__dirname, SAMPLE_NAME), packageOf(sheets));
console.log(`${SAMPLE_NAME} 已写好：${sheets.length} 张表。`);
