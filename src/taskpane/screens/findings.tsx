import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Select,
  Switch,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ItemGroup, ListItem } from '../service/items';
import { groupOf, isOpen, itemsOf } from '../service/items';
import { FindingList } from './finding-list';
import { usePane } from './pane-context';

const GROUPS: readonly ItemGroup[] = ['must', 'explain', 'hint', 'proof'];
const GROUP_NAMES: Readonly<Record<ItemGroup, string>> = {
  must: '必须改正',
  explain: '需要说明',
  hint: '提示',
  proof: '相符',
};

const FILTERS = { open: '未处理', handled: '已处理', all: '全部' } as const;
type Filter = keyof typeof FILTERS;

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});

/** 2 核对数据: what does not tie, what has to be explained, and what was proved. */
export function Findings() {
  const styles = useStyles();
  const { state } = usePane();
  const { result, saved } = state;
  const [filter, setFilter] = useState<Filter>('open');
  const [byRule, setByRule] = useState(false);
  const items = useMemo(() => (result ? itemsOf(result, saved.said) : []), [result, saved.said]);
  if (!result?.checks) return <Text>还没有核对。点“一键生成自评表”，或先看第 1 步。</Text>;
  const listed = (group: ItemGroup): ListItem[] =>
    items.filter((item) => groupOf(item) === group && (group === 'proof' || isListed(item, filter)));
  const open = (group: ItemGroup): number => items.filter((item) => groupOf(item) === group && isOpen(item)).length;
  return (
    <>
      <Text as="p" block role="status">
        必须改正 {open('must')} 项，需要说明 {open('explain')} 项，提示 {open('hint')} 项；相符 {listed('proof').length}{' '}
        项。
      </Text>
      <div className={styles.tools}>
        <Select
          size="small"
          aria-label="显示哪些"
          value={filter}
          onChange={(_, { value }) => setFilter(value as Filter)}
        >
          {Object.entries(FILTERS).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Switch label="按规则排" checked={byRule} onChange={(_, { checked }) => setByRule(checked)} />
      </div>
      <Accordion multiple collapsible defaultOpenItems={['must', 'explain', 'hint']}>
        {GROUPS.map((group) => {
          const own = listed(group);
          return (
            <AccordionItem key={group} value={group}>
              <AccordionHeader as="h2" size="small">
                {GROUP_NAMES[group]} {own.length}
              </AccordionHeader>
              <AccordionPanel>
                {own.length === 0 ? (
                  <Text size={200}>没有。</Text>
                ) : (
                  <FindingList name={GROUP_NAMES[group]} items={own} byRule={byRule} isFolded={group === 'proof'} />
                )}
              </AccordionPanel>
            </AccordionItem>
          );
        })}
      </Accordion>
    </>
  );
}

function isListed(item: ListItem, filter: Filter): boolean {
  return filter === 'all' || isOpen(item) === (filter === 'open');
}
