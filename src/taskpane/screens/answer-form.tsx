import { Button, Checkbox, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ScoredIndicator } from '../../model/scorecard';
import type { IndicatorQuestion, Question } from '../engine/result';
import type { IndicatorAnswer } from '../engine/said';
import { usePane } from './pane-context';

const useStyles = makeStyles({ form: { display: 'grid', rowGap: tokens.spacingVerticalS } });

/** What may stand in a cell for a piece of evidence. */
const EVIDENCE_WORDS = ['有', '缺'] as const;

interface AnswerFormProps {
  readonly indicator: ScoredIndicator;
  readonly question: IndicatorQuestion;
}

/**
 * What a person judges about an indicator, with her evidence; the score follows once it is saved. The form shows what
 * stands: on the sheet, or said in the pane since. Only what she changes is held here, so that the rest follows the sheet.
 */
export function AnswerForm({ indicator, question }: AnswerFormProps) {
  const styles = useStyles();
  const { service, state } = usePane();
  const [edits, setEdits] = useState<Partial<IndicatorAnswer>>({});
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const answer = { ...standingIn(question, state.saved.said.answers[question.row]), ...edits };
  const change = (part: Partial<IndicatorAnswer>): void => setEdits({ ...edits, ...part });
  const save = (): void => {
    const lacksReason = answer.notApplicable && answer.reason.trim() === '';
    setIsReasonMissing(lacksReason);
    if (lacksReason || Object.keys(edits).length === 0) return;
    void service.answer(question, answer);
    setEdits({});
  };
  return (
    <form
      className={styles.form}
      aria-label={`${indicator.path.at(-1) ?? ''}的评定`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {!answer.notApplicable && <QuestionFields question={question.question} answer={answer} onChange={change} />}
      <Checkbox
        label="这个指标不适用"
        checked={answer.notApplicable}
        onChange={(_, { checked }) => change({ notApplicable: checked === true })}
      />
      {answer.notApplicable && (
        <Field label="原因" required {...(isReasonMissing ? { validationMessage: '请写明为什么不适用。' } : {})}>
          <Input value={answer.reason} onChange={(_, { value }) => change({ reason: value })} />
        </Field>
      )}
      {question.evidenceRows.map((row, at) => (
        <Field key={row} label={`佐证：${indicator.evidence[at] ?? ''}`}>
          <Select
            size="small"
            value={answer.evidence[row] ?? ''}
            onChange={(_, { value }) => change({ evidence: { ...answer.evidence, [row]: value } })}
          >
            <option value="">未选</option>
            <Choices words={EVIDENCE_WORDS} chosen={answer.evidence[row] ?? ''} />
          </Select>
        </Field>
      ))}
      <Button type="submit" size="small">
        保存评定
      </Button>
    </form>
  );
}

/** What she said in the pane is newer than what the sheet holds. */
function standingIn({ answer }: IndicatorQuestion, said: IndicatorAnswer | undefined): IndicatorAnswer {
  return said ? { ...said, evidence: { ...answer.evidence, ...said.evidence } } : answer;
}

interface ChoicesProps {
  readonly words: readonly string[];
  readonly chosen: string;
}

/** Words to choose from; another that stands on the sheet is shown as it is, not as if nothing stood there. */
function Choices({ words, chosen }: ChoicesProps) {
  const listed = chosen === '' || words.includes(chosen) ? words : [...words, chosen];
  return listed.map((word) => (
    <option key={word} value={word}>
      {word}
    </option>
  ));
}

interface QuestionFieldsProps {
  readonly question: Question;
  readonly answer: IndicatorAnswer;
  readonly onChange: (part: Partial<IndicatorAnswer>) => void;
}

function QuestionFields({ question, answer, onChange }: QuestionFieldsProps) {
  const setValue = (value: string): void => onChange({ value });
  switch (question.type) {
    case 'level':
      return (
        <>
          <Field label="档次">
            <Select size="small" value={answer.level} onChange={(_, { value }) => onChange({ level: value })}>
              <option value="">请选择</option>
              <Choices words={question.levels.map(({ name }) => name)} chosen={answer.level} />
            </Select>
          </Field>
          <Field label="比例" hint="在这一档以内，写成 85%；最高一档不填就是满分">
            <Input size="small" value={answer.value} onChange={(_, { value }) => setValue(value)} />
          </Field>
        </>
      );
    case 'count':
      return (
        <Field
          label={question.items.length > 0 ? '符合的个数' : '个数'}
          {...(question.most === null ? {} : { hint: `最多 ${question.most} 个` })}
        >
          <Input size="small" inputMode="numeric" value={answer.value} onChange={(_, { value }) => setValue(value)} />
        </Field>
      );
    case 'value':
      return (
        <Field label="实际完成值" {...(question.ratio ? { hint: '写成 97% 或 0.97' } : {})}>
          <Input size="small" value={answer.value} onChange={(_, { value }) => setValue(value)} />
        </Field>
      );
  }
}
