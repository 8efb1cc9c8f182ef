import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import type { ScoredIndicator } from '../../model/scorecard';
import type { IndicatorQuestion } from '../engine/result';
import { amountWords, placeWords } from '../service/words';
import { AnswerForm } from './answer-form';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  row: {
    width: '100%',
    justifyContent: 'space-between',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
  },
  score: { whiteSpace: 'nowrap', paddingLeft: tokens.spacingHorizontalS },
  detail: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});

interface IndicatorRowProps {
  readonly indicator: ScoredIndicator;
  /** What a person is asked; null for one that is worked out from figures. */
  readonly question: IndicatorQuestion | null;
}

/** One indicator: its score, and once it is opened everything the score stands on. */
export const IndicatorRow = memo(function IndicatorRow({ indicator, question }: IndicatorRowProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <Button appearance="subtle" className={styles.row} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span>{indicator.path.at(-1)}</span>
        <span className={styles.score}>{scoreOf(indicator)}</span>
      </Button>
      {isOpen && <Detail indicator={indicator} question={question} />}
    </li>
  );
});

function scoreOf({ status, score, points }: ScoredIndicator): string {
  if (status === 'not-applicable') return '不适用';
  if (score === null) return `待填 ${points.toString()} 分`;
  return `${score.toFixed(2)}/${points.toString()}`;
}

function Detail({ indicator, question }: IndicatorRowProps) {
  const styles = useStyles();
  const { service } = usePane();
  const { formula, inputs, target, deduction, regain, basis, evidence } = indicator;
  return (
    <div className={styles.detail}>
      {formula !== '' && <Text size={200}>公式：{formula}</Text>}
      {target !== '' && <Text size={200}>目标：{target}</Text>}
      {inputs.map(({ name, value, unit, places }, index) => (
        <Text key={index} size={200}>
          取数：{name} {amountWords(value, unit)}{' '}
          {places[0] && (
            <Link as="button" onClick={() => places[0] && void service.goToCell(places[0])}>
              {placeWords(places[0])}
            </Link>
          )}
        </Text>
      ))}
      {deduction !== '' && (
        <Text size={200}>
          {indicator.status === 'pending' ? '要填什么' : '扣分原因'}：{deduction}
        </Text>
      )}
      {regain !== '' && <Text size={200}>怎样得回：{regain}</Text>}
      <Text size={200}>依据：{basis}</Text>
      {question === null && evidence.length > 0 && <Text size={200}>佐证材料：{evidence.join('、')}</Text>}
      {question !== null && <AnswerForm indicator={indicator} question={question} />}
    </div>
  );
}
