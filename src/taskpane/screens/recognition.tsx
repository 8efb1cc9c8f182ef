import { Badge, Dropdown, Option, Text, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import type { AmountUnit } from '../../model/unit';
import type { Choice } from '../engine/engine';
import type { RecognisedSheet, RecognisedTable } from '../engine/result';
import type { Corrections } from '../service/saved';
import type { PaneService } from '../service/service';
import { CONFIDENCE_NAMES } from '../service/words';
import { usePane } from './pane-context';

const AUTOMATIC = '自动';
const NO_TABLE = '不是表';
const UNITS: readonly AmountUnit[] = ['元', '万元', '亿元'];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  choices: { display: 'flex', gap: tokens.spacingHorizontalS },
  kind: { minWidth: 0, flexGrow: 1 },
  unit: { minWidth: '84px' },
});

/** 1 识别表格: what every sheet was taken for, and what was not understood. */
export function Recognition() {
  const styles = useStyles();
  const { service, state } = usePane();
  const { result, catalogue, saved } = state;
  if (!result) return <Text>点“一键生成自评表”，先看看每张工作表是什么表。原表不会改动。</Text>;
  const unknown = result.sheets.filter(({ tables }) => tables.length === 0);
  const known = result.sheets.filter(({ tables }) => tables.length > 0);
  return (
    <>
      <Text as="p" block>
        共 {result.sheets.length} 张工作表，认出 {known.length} 张
        {unknown.length > 0 && `，没有认出 ${unknown.length} 张（列在最前）`}。认得不对的，在下面改。
      </Text>
      <ul className={styles.list} aria-label="工作表">
        {[...unknown, ...known].map((sheet) => (
          <SheetRow
            key={sheet.sheet}
            sheet={sheet}
            kinds={catalogue.kinds}
            corrections={saved.corrections}
            service={service}
          />
        ))}
      </ul>
    </>
  );
}

interface SheetRowProps {
  readonly sheet: RecognisedSheet;
  readonly kinds: readonly Choice[];
  readonly corrections: Corrections;
  readonly service: PaneService;
}

const SheetRow = memo(function SheetRow({
  sheet: { sheet, tables, reasons },
  kinds,
  corrections,
  service,
}: SheetRowProps) {
  const styles = useStyles();
  const corrected = corrections.kinds[sheet];
  const name = kinds.find(({ id }) => id === corrected)?.name;
  const needsUnit = tables.some(({ money }) => money);
  const unit = corrections.amountUnits[sheet];
  return (
    <li className={styles.row}>
      <Text weight="semibold">{sheet}</Text>
      {tables.map((table, index) => (
        <Text key={index} size={200}>
          {tableWords(table)}{' '}
          {table.confidence !== 'certain' && (
            <Badge appearance="tint" color="warning">
              {CONFIDENCE_NAMES[table.confidence]}
            </Badge>
          )}
        </Text>
      ))}
      {reasons.map((reason) => (
        <Text key={reason} size={200}>
          {corrected === '' ? '您说它不是表，不参加核对。' : `没有看懂：${reason}`}
        </Text>
      ))}
      <div className={styles.choices}>
        <LazyDropdown
          label={`“${sheet}”是什么表`}
          className={styles.kind}
          value={corrected === undefined ? AUTOMATIC : corrected === '' ? NO_TABLE : (name ?? corrected)}
          choices={[{ id: '*', name: AUTOMATIC }, { id: '-', name: NO_TABLE }, ...kinds]}
          onChoose={(id) => void service.correctKind(sheet, id === '*' ? null : id === '-' ? '' : id)}
        />
        {(needsUnit || unit !== undefined) && (
          <LazyDropdown
            label={`“${sheet}”的金额单位`}
            className={styles.unit}
            value={unit ?? AUTOMATIC}
            choices={[{ id: '*', name: AUTOMATIC }, ...UNITS.map((one) => ({ id: one, name: one }))]}
            onChoose={(id) => void service.correctUnit(sheet, UNITS.find((one) => one === id) ?? null)}
          />
        )}
      </div>
    </li>
  );
});

interface LazyDropdownProps {
  readonly label: string;
  readonly className: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

/** A dropdown whose options exist only while it is open: there is one for every sheet. */
function LazyDropdown({ label, className, value, choices, onChoose }: LazyDropdownProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dropdown
      size="small"
      aria-label={label}
      className={className}
      value={value}
      selectedOptions={choices.filter(({ name }) => name === value).map(({ id }) => id)}
      open={isOpen}
      onOpenChange={(_, data) => setIsOpen(data.open)}
      onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChoose(optionValue)}
    >
      {isOpen &&
        choices.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
    </Dropdown>
  );
}

/** 《支出决算表》 2023年 单位：万元 42 行. */
function tableWords({ name, subject, year, money, amountUnit, rows }: RecognisedTable): string {
  return [
    `《${name}》`,
    subject,
    year === null ? '年度未写明' : `${year}年`,
    money ? `单位：${amountUnit ?? '未写明'}` : null,
    `${rows} 行`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
