import { formatPlace } from '../../model/address';
import type { Finding, FindingClass } from '../../model/finding';
import { finding } from '../../model/finding';
import type { FundedProject, GoalProject } from './funded';
import { areAlike } from './names';
import type { Match } from './names';
import { BASIS } from './score-rules';
import type { SourceProject } from './source';
import { readTarget } from './target';
import { plainQuantityText } from './quantity';
import { comparable } from '../../model/text';

type Placed = Pick<FundedProject, 'name' | 'place'>;

/** A table that names projects, as messages call it. */
export interface ProjectTable {
  readonly name: string;
  readonly kind: string;
}

const HOW = { spelling: '名称去掉括号和“项目”“资金”等字后相同', amounts: '名称相近、金额相同' } as const;

/** Projects two tables name differently are taken for one, and that is said. */
export function renamedFindings(
  matches: ReadonlyMap<SourceProject, Match<FundedProject | GoalProject>>,
  table: ProjectTable,
  idOf: (project: SourceProject) => string,
): Finding[] {
  return [...matches].flatMap(([project, { other, reason }]) => {
    if (reason === 'same') return [];
    return finding('project.name.differs', [idOf(project), table.kind], {
      stage: 'scores',
      class: 'hint',
      title: '同一项目在两张表里名称不同',
      cells: [project.place, other.place].map(formatPlace),
      message: `“${project.name}”和《${table.name}》里的“${other.name}”${HOW[reason]}，按同一个项目处理。请统一名称；如果不是同一个项目，请把名称改得能够区分。`,
      basis: BASIS,
    });
  });
}

/**
 * Projects that one of two tables lacks, in one finding with all of them. Names that are alike are pointed out, because
 * alike without equal amounts is never taken for the same.
 */
export function onlyInFinding(
  rule: string,
  level: FindingClass,
  missing: readonly Placed[],
  from: ProjectTable,
  to: ProjectTable,
  others: readonly Placed[],
  advice: string,
): Finding | null {
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => {
    const alike = others.find((other) => areAlike(name, other.name));
    return alike ? `${name}（与“${alike.name}”名称相近，是同一个项目的请改成一样的名称）` : name;
  });
  return finding(rule, [from.kind, to.kind], {
    stage: 'scores',
    class: level,
    title: `《${to.name}》里没有的项目`,
    cells: missing.map(({ place }) => formatPlace(place)),
    message: `《${from.name}》里有 ${missing.length} 个项目在《${to.name}》里没有：${names.join('、')}。${advice}`,
    basis: BASIS,
  });
}

/** The indicators of a self-evaluation are those of the approved goals: none changed, none left out. */
export function goalFindings(id: string, project: SourceProject, goal: GoalProject): Finding[] {
  const findings: Finding[] = [];
  const absent: GoalProject['targets'][number][] = [];
  for (const target of goal.targets) {
    const own = project.indicators.find(({ path }) => comparable(path.at(-1) ?? '') === comparable(target.label));
    if (!own) {
      absent.push(target);
    } else if (own.target !== '' && target.text !== '' && !meansSame(own.target, target.text)) {
      findings.push(
        finding('project.target.changed', [id, target.label], {
          stage: 'scores',
          class: 'explain',
          title: '指标值与绩效目标表不一致',
          cells: [own.targetCell?.place ?? own.place, target.place].map(formatPlace),
          message: `项目“${project.name}”的“${target.label}”自评时的指标值是“${own.target}”，绩效目标表里是“${target.text}”。自评应当用预算批复时的指标值，请改正，或者说明调整的批复。`,
          basis: BASIS,
        }),
      );
    }
  }
  if (absent.length > 0) {
    findings.push(
      finding('project.indicator.absent', [id], {
        stage: 'scores',
        class: 'explain',
        title: '绩效目标表里的指标没有自评',
        cells: [project.place, ...absent.map(({ place }) => place)].map(formatPlace),
        message: `项目“${project.name}”的绩效目标里有、自评表里没有的指标：${absent.map(({ label }) => label).join('、')}。请补上，或者说明原因。`,
        basis: BASIS,
      }),
    );
  }
  return findings;
}

/** Two writings of one target: ≥95% and 95％以上. */
function meansSame(one: string, other: string): boolean {
  if (plainQuantityText(one) === plainQuantityText(other)) return true;
  const [a, b] = [one, other].map((text) => readTarget({ text, symbol: '', unit: '', path: [] }));
  if (!a || !b || !('quantity' in a) || !('quantity' in b)) return false;
  // A target without a sign leaves the sign to the reader.
  const sameSign = a.type === b.type || a.sign === null || b.sign === null;
  return sameSign && a.quantity.percent === b.quantity.percent && a.quantity.value.equals(b.quantity.value);
}
