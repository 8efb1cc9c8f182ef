import { Button, Field, Input, Link, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  // The longest name of a rubric must not make the field wider than the pane.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
});

const YEAR = /^(?:19|20)\d{2}$/;

interface SettingsScreenProps {
  readonly onClose: () => void;
}

/** 单位、年度、评分办法, and how tolerances are set. */
export function SettingsScreen({ onClose }: SettingsScreenProps) {
  const styles = useStyles();
  const { service, state } = usePane();
  const { settings } = state.saved;
  const [unitName, setUnitName] = useState(settings.unitName ?? '');
  const [year, setYear] = useState(settings.year?.toString() ?? '');
  const [rubric, setRubric] = useState(settings.rubric ?? '');
  const isYear = year.trim() === '' || YEAR.test(year.trim());
  const save = (): void => {
    if (!isYear) return;
    const stated = {
      unitName: unitName.trim() || null,
      year: year.trim() === '' ? null : Number(year),
      rubric: rubric || null,
    };
    void service.saveSettings(stated);
    onClose();
  };
  return (
    <main className={styles.form}>
      <Text as="h2" weight="semibold">
        设置
      </Text>
      <Field label="单位" hint="不填时按表上写的单位名称">
        <Input
          value={unitName}
          placeholder={state.result?.unitName ?? ''}
          onChange={(_, { value }) => setUnitName(value)}
        />
      </Field>
      <Field
        label="年度"
        hint="不填时按多数表的年度"
        {...(isYear ? {} : { validationMessage: '请填四位年份，例如 2023。' })}
      >
        <Input
          inputMode="numeric"
          value={year}
          placeholder={state.result?.year?.toString() ?? ''}
          onChange={(_, { value }) => setYear(value)}
        />
      </Field>
      <Field label="评分办法" className={styles.field} hint="指标和分值可以在“自评_评分办法”表里改">
        <Select select={{ className: styles.select }} value={rubric} onChange={(_, { value }) => setRubric(value)}>
          <option value="">自动（先用“自评_评分办法”表上的）</option>
          {state.catalogue.rubrics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200}>
        容差说明：每个数按表上的写法各留半个末位，例如万元两位小数的表每个数允许差 0.005
        万元，两边相加就是允许的尾差。差额在尾差以内的记“尾差”，不算问题；超过的才列出。
      </Text>
      <Button appearance="primary" onClick={save}>
        保存
      </Button>
      <Button onClick={onClose}>返回</Button>
      <Link as="button" onClick={() => service.showWelcome()}>
        再看一遍使用说明
      </Link>
    </main>
  );
}
