import { MessageBar, MessageBarBody, Switch, Text, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ScoredIndicator } from '../../model/scorecard';
import type { ProjectScore } from '../engine/result';
import { scoreWords } from '../service/words';
import { IndicatorRow } from './indicator-row';
import { usePane } from './pane-context';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

/** 3 计算得分: every indicator with what its score stands on, and what waits for her answer. */
export function Scores() {
  const styles = useStyles();
  const { state } = usePane();
  const [onlyPending, setOnlyPending] = useState(false);
  const { result } = state;
  const card = result?.scorecard;
  if (!result || !card) return <Text>还没有计算得分。点“一键生成自评表”，或先看前面的步骤。</Text>;
  const questions = new Map(result.questions.map((question) => [question.indicator, question]));
  const listed = card.indicators.filter(({ status }) => !onlyPending || status === 'pending');
  return (
    <>
      <Text as="p" block weight="semibold" role="status">
        {scoreWords(card)}
      </Text>
      <Text as="p" block size={200}>
        按《{card.rubricTitle}》
      </Text>
      {card.pointsBasis === 'unconfirmed' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>试算·分值待与财政局附件核对</MessageBarBody>
        </MessageBar>
      )}
      {card.cap !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{card.cap}</MessageBarBody>
        </MessageBar>
      )}
      <Switch label="只看待填的" checked={onlyPending} onChange={(_, { checked }) => setOnlyPending(checked)} />
      {sectionsOf(listed).map(({ name, indicators }) => (
        <section key={name}>
          <Text as="h2" size={200} weight="semibold" block>
            {name}
          </Text>
          <ul className={styles.list} aria-label={name}>
            {indicators.map((indicator) => (
              <IndicatorRow key={indicator.id} indicator={indicator} question={questions.get(indicator.id) ?? null} />
            ))}
          </ul>
        </section>
      ))}
      {result.projects && result.projects.length > 0 && <Projects projects={result.projects} />}
    </>
  );
}

/** Indicators by their first two levels: 过程 · 预算执行. */
function sectionsOf(indicators: readonly ScoredIndicator[]): { name: string; indicators: ScoredIndicator[] }[] {
  const sections = new Map<string, ScoredIndicator[]>();
  for (const one of indicators) {
    const name = one.path.slice(0, 2).join(' · ');
    const own = sections.get(name);
    if (own) own.push(one);
    else sections.set(name, [one]);
  }
  return [...sections].map(([name, own]) => ({ name, indicators: own }));
}

/** The projects' own scores; what is pending there is filled in on their sheet. */
function Projects({ projects }: { readonly projects: readonly ProjectScore[] }) {
  const styles = useStyles();
  return (
    <section>
      <Text as="h2" size={200} weight="semibold" block>
        项目自评
      </Text>
      <ul className={styles.list} aria-label="项目自评">
        {projects.map(({ name, total, pendingPoints, grade }) => (
          <li key={name}>
            <Text size={200}>
              {name} {total.toFixed(2)} 分
              {pendingPoints.sign() > 0
                ? `，待填 ${pendingPoints.toFixed(2)} 分，请在“自评_项目自评表”里填`
                : `，等级：${grade ?? '未定'}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
