import { load } from '../workbook/load/load';
import type { ProfileName } from '../wps/quirks';
import { PROFILES } from '../wps/quirks';
import { contract } from './contract';
import { herWorkbook } from './her-workbook';
import { wpsUnderTest } from './wps-under-test';

for (const profile of Object.keys(PROFILES) as ProfileName[]) {
  contract(`WPS ${profile}`, async () => wpsUnderTest(load(herWorkbook()), PROFILES[profile]));
}
