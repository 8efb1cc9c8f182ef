import { ProgressLine } from '../../../src/cli/progress';
import type { Progress } from '../../../src/evaluate';

const step = (done: number, stage: Progress['stage'] = '读取', text = '支出决算表'): Progress => ({
  stage,
  done,
  total: 45,
  text,
});

/** What is written while each step is said at its millisecond. */
function written(...steps: readonly (readonly [number, Progress])[]): string[] {
  const lines: string[] = [];
  let clock = 0;
  const line = new ProgressLine(
    (text) => lines.push(text.replace('\r\u001b[K', '')),
    () => clock,
  );
  for (const [at, progress] of steps) {
    clock = at;
    line.show(progress);
  }
  return lines;
}

describe('the line that says what is being done', () => {
  it('says the stage, how far it is and with what', () => {
    expect(written([0, step(3)])).toEqual(['正在读取 3/45 支出决算表']);
  });

  it('is drawn once where it says the same again', () => {
    expect(written([0, step(3)], [1000, step(3)], [2000, step(4)])).toHaveLength(2);
  });

  it('is drawn no more than twenty times a second, however many steps there are', () => {
    const steps = Array.from({ length: 10_000 }, (_, at) => [at / 10, step(at)] as const);
    expect(written(...steps)).toHaveLength(20);
  });

  it('says a new stage at once', () => {
    expect(written([0, step(45)], [1, step(0, '识别')], [2, step(1, '识别')])).toEqual([
      '正在读取 45/45 支出决算表',
      '正在识别 0/45 支出决算表',
    ]);
  });

  it('stays one line, whatever a sheet is called', () => {
    expect(written([0, step(1, '读取', '支出\n\u001b[2J表')])).toEqual(['正在读取 1/45 支出  [2J表']);
  });
});
