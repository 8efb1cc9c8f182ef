import { BASIC_ACCOUNTS, ECONOMIC_ITEMS, PROJECT_LINES } from './bureau-accounts';
import type { ProjectLineSeed } from './bureau-accounts';
import { officeTotal, staffTotal, total } from './bureau-figures';
import type {
  BureauFigures,
  Economic,
  Income,
  Line,
  Procurement,
  Project,
  ThreePublic,
  YearFigures,
  Yuan,
} from './bureau-figures';
import { Random } from './random';

const WAN = 10_000;
/** 0.01 万元: what final accounts are written in. */
const STEP = 100;
const NO_INCOME: Income = { appropriation: 0, superior: 0, business: 0, other: 0 };
const ADMINISTRATION = '2080201';

/** The figures of a clean workbook: every relation between its tables holds. The same seed gives the same figures. */
export function bureauFigures(seed: number): BureauFigures {
  const random = new Random(seed);
  const year = random.whole(2021, 2024);
  const withFund = random.chance(0.85);
  const seeds = PROJECT_LINES.filter((line) => {
    if (line.source === 'fund') return withFund && (line.code === '2296002' || random.chance(0.6));
    if (line.source === 'capital') return random.chance(0.3);
    return line.size > 500 || random.chance(0.8);
  });
  const previous = yearOfAccounts(year - 1, seeds, random, (line) =>
    random.chance(0.4) ? random.stepped(0, line.size * 0.15 * WAN, STEP) : 0,
  );
  const final = yearOfAccounts(year, seeds, random, (line) => lineAt(previous.lines, line)?.closing ?? 0);
  const threePublicFinal: ThreePublic = {
    abroad: 0,
    purchase: 0,
    running: final.economic.get('30231') ?? 0,
    reception: final.economic.get('30217') ?? 0,
  };
  const threePublicBudget: ThreePublic = {
    ...threePublicFinal,
    running: threePublicFinal.running + random.stepped(0, WAN, STEP),
    reception: threePublicFinal.reception + random.stepped(STEP, WAN, STEP),
  };
  const budget = budgetOf(final, threePublicBudget, random);
  return {
    unitName: random.pick(['云岭县民政局', '青岚县民政局', '石桥区民政局', '清渠县民政局']) ?? '',
    year,
    final,
    previous,
    budget,
    projects: seeds.flatMap((line) => projectsOf(line, final, budget, random)),
    threePublicBudget,
    threePublicFinal,
    procurement: (['货物', '工程', '服务'] as const).map((name) => procurementOf(name, random)),
    basicAnnual: {
      staff: staffTotal(final.economic) + random.stepped(0, 2 * WAN, STEP),
      office: officeTotal(final.economic) + random.stepped(0, WAN, STEP),
    },
    vehicles: random.whole(1, 4),
    equipment: random.whole(0, 2),
  };
}

function lineAt(lines: readonly Line[], at: { code: string; source: string }): Line | undefined {
  return lines.find((line) => line.code === at.code && line.source === at.source);
}

function yearOfAccounts(
  year: number,
  seeds: readonly ProjectLineSeed[],
  random: Random,
  opening: (line: ProjectLineSeed) => Yuan,
): YearFigures {
  const economic = new Map<string, Yuan>();
  for (const { code, size } of ECONOMIC_ITEMS) {
    economic.set(code, size === 0 ? 0 : random.stepped(size * 0.7 * WAN, size * 1.3 * WAN, STEP));
  }
  const projects = seeds.map((line): Line => {
    const project = random.stepped(line.size * 0.6 * WAN, line.size * 1.4 * WAN, STEP);
    const carried = opening(line);
    const closing = random.chance(0.35) ? random.stepped(STEP, line.size * 0.15 * WAN, STEP) : 0;
    const income = incomeFor(line, project + closing - carried, random);
    return { code: line.code, source: line.source, opening: carried, income, basic: 0, project, closing };
  });
  return { year, economic, lines: [...basicLines(economic), ...projects] };
}

function incomeFor(line: ProjectLineSeed, amount: Yuan, random: Random): Income {
  if (line.source !== 'own') return { ...NO_INCOME, appropriation: amount };
  const part = Math.round((amount * random.whole(3, 8)) / 10 / STEP) * STEP;
  if (line.code === '2081006') return { ...NO_INCOME, business: part, other: amount - part };
  return { ...NO_INCOME, superior: part, other: amount - part };
}

/** Basic expenditure by functional account, as the economic accounts give it. */
function basicLines(economic: Economic): Line[] {
  const named = BASIC_ACCOUNTS.map(([code, account]) => ({ code, amount: economic.get(account) ?? 0 }));
  const rest = total(economic.values()) - total(named.map(({ amount }) => amount));
  return [{ code: ADMINISTRATION, amount: rest }, ...named].map(({ code, amount }) => ({
    code,
    source: 'general',
    opening: 0,
    income: { ...NO_INCOME, appropriation: amount },
    basic: amount,
    project: 0,
    closing: 0,
  }));
}

/**
 * The budget at the beginning of the year. Basic expenditure is budgeted to the 元, but 人员经费 and 公用经费 are
 * multiples of 100 元, so that the tables in 万元 that repeat them are exact.
 */
function budgetOf(final: YearFigures, threePublic: ThreePublic, random: Random): YearFigures {
  const economic = new Map<string, Yuan>();
  for (const [code, amount] of final.economic) {
    economic.set(code, amount === 0 ? 0 : Math.round(amount * (0.9 + random.next() * 0.2)));
  }
  economic.set('30231', threePublic.running);
  economic.set('30217', threePublic.reception);
  economic.set('30199', (economic.get('30199') ?? 0) + missingToStep(staffTotal(economic)));
  economic.set('30299', (economic.get('30299') ?? 0) + missingToStep(officeTotal(economic)));
  const projects = final.lines.flatMap((line): Line[] => {
    if (line.project === 0) return [];
    // Money from outside the general budget is often granted only during the year.
    if (line.source !== 'general' && line.opening === 0 && random.chance(0.4)) return [];
    const share = random.whole(6, 10) / 10;
    const scaled = (amount: Yuan): Yuan => Math.round((amount * share) / STEP) * STEP;
    const { appropriation, superior, business, other } = line.income;
    const income: Income = {
      appropriation: scaled(appropriation),
      superior: scaled(superior),
      business: scaled(business),
      other: scaled(other),
    };
    return [{ ...line, income, project: line.opening + total(Object.values(income)), closing: 0 }];
  });
  return { year: final.year, economic, lines: [...basicLines(economic), ...projects] };
}

function missingToStep(amount: Yuan): Yuan {
  return (STEP - (amount % STEP)) % STEP;
}

/** The projects of a line; together they are the line, in budget, annual budget and expenditure. */
function projectsOf(seed: ProjectLineSeed, final: YearFigures, budget: YearFigures, random: Random): Project[] {
  const line = lineAt(final.lines, seed);
  // A bureau reports its own money's projects apart, or not at all.
  if (!line || (line.source === 'own' && random.chance(0.5))) return [];
  const initial = lineAt(budget.lines, line)?.project ?? 0;
  const ratio = seed.projects.length === 1 ? 1 : random.whole(3, 7) / 10;
  const first = (amount: Yuan): Yuan => Math.round((amount * ratio) / STEP) * STEP;
  return seed.projects.map((name, index): Project => {
    const part = (amount: Yuan): Yuan => (index === 0 ? first(amount) : amount - first(amount));
    const annual = part(line.project + line.closing);
    return { name, code: line.code, source: line.source, initial: part(initial), annual, actual: part(line.project) };
  });
}

function procurementOf(name: Procurement['name'], random: Random): Procurement {
  const budget = name === '工程' && random.chance(0.5) ? 0 : random.stepped(5 * WAN, 60 * WAN, STEP);
  return { name, budget, actual: budget === 0 ? 0 : budget - random.stepped(0, 4 * WAN, STEP) };
}
