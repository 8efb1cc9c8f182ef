import { load } from '../workbook/load/load';
import { contract } from './contract';
import { excelUnderTest } from './excel-under-test';
import { herWorkbook } from './her-workbook';

contract('Excel LTSC 2021', async () => excelUnderTest(load(herWorkbook()), 'ltsc2021'));
contract('Excel on the web', async () => excelUnderTest(load(herWorkbook()), 'web'));
