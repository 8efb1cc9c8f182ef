import { contract } from './contract';
import { FileHost } from './file-host';
import { herWorkbook } from './her-workbook';

contract('文件', async () => {
  const host = new FileHost(herWorkbook());
  return {
    host,
    type: (sheet, address, edit) => host.type(sheet, address, edit),
    typeFormula: (sheet, address, formula) => host.typeFormula(sheet, address, formula),
    close: () => undefined,
  };
});
