import { Badge, Button, Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { memo, useState } from 'react';
import type { Side } from '../../model/check';
import type { Handling } from '../../model/finding';
import type { MarkState } from '../engine/said';
import type { ItemGroup, ListItem } from '../service/items';
import { groupOf, isOpen } from '../service/items';
import { CAUSE_NAMES, amountWords, gapWords, placeWords } from '../service/words';
import { HandlingDialog } from './handling-dialog';
import { usePane } from './pane-context';

const STATE_NAMES: Readonly<Record<Handling['state'], string>> = {
  open: '未处理',
  explained: '已说明',
  'not-applicable': '不适用',
  reopened: '需重新确认',
};

const ICONS = {
  must: <ErrorCircle16Filled aria-label="必须改正" color={tokens.colorStatusDangerForeground1} />,
  explain: <Warning16Filled aria-label="需要说明" color={tokens.colorStatusWarningForeground1} />,
  hint: <Info16Regular aria-label="提示" />,
  proof: <CheckmarkCircle16Filled aria-label="相符" color={tokens.colorStatusSuccessForeground1} />,
} as const satisfies Record<ItemGroup, unknown>;

/** Beyond this many cells a finding only says how many more there are. */
const MOST_PLACES = 6;

const useStyles = makeStyles({
  row: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
  },
  active: { fontWeight: tokens.fontWeightSemibold },
  words: { flexGrow: 1 },
  detail: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  current: { fontWeight: tokens.fontWeightSemibold },
});

interface FindingRowProps {
  readonly item: ListItem;
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  /** Which of its places is shown. */
  readonly side: number;
  readonly onActivate: (item: ListItem) => void;
  readonly onShow: (item: ListItem, at: number) => void;
}

/** One finding: a line, and once it is chosen everything that is known about it. */
export const FindingRow = memo(
  function FindingRow({ item, isActive, isTabStop, side, onActivate, onShow }: FindingRowProps) {
    const styles = useStyles();
    return (
      <li>
        <Button
          data-row
          appearance="subtle"
          className={mergeClasses(styles.row, isActive && styles.active)}
          icon={ICONS[groupOf(item)]}
          tabIndex={isTabStop ? 0 : -1}
          aria-expanded={isActive}
          onFocus={() => onActivate(item)}
          onClick={() => onShow(item, side)}
        >
          <span className={styles.words}>{lineOf(item)}</span>
        </Button>
        {isActive && <Detail item={item} side={side} onShow={onShow} />}
      </li>
    );
  },
  (before, after) =>
    before.item === after.item &&
    before.isActive === after.isActive &&
    before.isTabStop === after.isTabStop &&
    before.side === after.side &&
    !after.isActive,
);

/** The rule, the gap and what she did about it: 项目支出合计等于各行之和 −12.00 万元 · 已说明. */
function lineOf(item: ListItem): string {
  const { title, difference, left, handling, status } = item;
  const gap = status === 'holds' || difference === null ? '' : ` ${gapWords(difference, left?.unit ?? null)}`;
  return `${title}${gap}${handling.state === 'open' ? '' : ` · ${STATE_NAMES[handling.state]}`}`;
}

interface DetailProps {
  readonly item: ListItem;
  readonly side: number;
  readonly onShow: (item: ListItem, at: number) => void;
}

function Detail({ item, side, onShow }: DetailProps) {
  const styles = useStyles();
  const { places, left, right, difference, tolerance, cause, basis, message, handling } = item;
  const sides = left && right ? [left, right] : [];
  return (
    <div className={styles.detail}>
      <Text size={200}>{message}</Text>
      {places.slice(0, MOST_PLACES).map((place, at) => (
        <Text key={at} size={200}>
          <Link
            as="button"
            tabIndex={-1}
            className={at === side ? styles.current : ''}
            aria-current={at === side ? 'location' : undefined}
            onClick={() => onShow(item, at)}
          >
            {placeWords(place)}
          </Link>{' '}
          {figureOf(sides[at])}
        </Text>
      ))}
      {places.length > MOST_PLACES && <Text size={200}>等 {places.length} 格，按 → 依次看。</Text>}
      {difference !== null && (
        <Text size={200}>
          差额 {gapWords(difference, left?.unit ?? null)}
          {tolerance !== null && `（允许 ${amountWords(tolerance, left?.unit ?? null)}）`}{' '}
          {cause !== null && <Badge appearance="tint">可能是{CAUSE_NAMES[cause]}</Badge>}
        </Text>
      )}
      <Text size={200}>依据：{basis}</Text>
      {handling.reason !== null && handling.reason !== '' && (
        <Text size={200}>
          {STATE_NAMES[handling.state]}：{handling.reason}
          {handling.state === 'reopened' && '（说明所对的数变了，请重新确认）'}
        </Text>
      )}
      {item.figures !== null && <Handle item={item} />}
    </div>
  );
}

function figureOf(side: Side | undefined): string {
  return side ? `${side.text} ${amountWords(side.value, side.unit)}` : '';
}

/** The buttons to deal with a finding. */
function Handle({ item }: { readonly item: ListItem }) {
  const styles = useStyles();
  const { service } = usePane();
  const [asked, setAsked] = useState<MarkState | null>(null);
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => setAsked('explained')}>
        已说明…
      </Button>
      <Button size="small" onClick={() => setAsked('not-applicable')}>
        不适用…
      </Button>
      {!isOpen(item) && (
        <Button size="small" onClick={() => void service.unmark(item.key)}>
          改回未处理
        </Button>
      )}
      <HandlingDialog item={item} asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}
