import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ListItem } from '../service/items';
import { FindingRow } from './finding-row';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  section: { marginBottom: tokens.spacingVerticalS },
});

interface FindingListProps {
  readonly name: string;
  readonly items: readonly ListItem[];
  /** Grouped by rule, else by sheet. */
  readonly byRule: boolean;
  /** True for long lists whose groups begin closed. */
  readonly isFolded: boolean;
}

/**
 * A list that is one stop for the Tab key: ↑ and ↓ go from row to row, Enter to the row's cell, ← and → to its sides, Esc
 * back to the cell she came from. The focus stays in the list all the while.
 */
export function FindingList({ name, items, byRule, isFolded }: FindingListProps) {
  const styles = useStyles();
  const { service } = usePane();
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [side, setSide] = useState(0);
  const sections = sectionsOf(items, byRule);
  const current = items.find(({ key }) => key === active) ?? (isFolded ? undefined : sections[0]?.items[0]);

  const show = (item: ListItem, at: number): void => {
    const place = item.places[at];
    if (!place) return;
    setSide(at);
    const row = document.activeElement;
    // Showing a cell must not take her out of the list; where she has gone on meanwhile, into a dialog say, she stays.
    const isStillHere = (): boolean => [row, document.body].includes(document.activeElement);
    void service
      .goToCell(place)
      .then(() => row instanceof HTMLElement && row.isConnected && isStillHere() && row.focus());
  };
  const activate = (item: ListItem): void => {
    if (item.key !== active) setSide(0);
    setActive(item.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === event.target);
    if (at < 0 || !current) return;
    const focusRow = (index: number): void => rows[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(at + 1),
      ArrowUp: () => focusRow(at - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      ArrowLeft: () => show(current, Math.max(0, side - 1)),
      ArrowRight: () => show(current, Math.min(current.places.length - 1, side + 1)),
      Escape: () => void service.goBack(),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div ref={root} role="group" aria-label={name} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <FoldedSection key={section.name} name={section.name} count={section.items.length} isFolded={isFolded}>
          {() => (
            <ul className={styles.list} aria-label={section.name}>
              {section.items.map((item) => (
                <FindingRow
                  key={item.key}
                  item={item}
                  isActive={item.key === active}
                  isTabStop={item.key === current?.key || (current === undefined && item === section.items[0])}
                  side={item.key === active ? side : 0}
                  onActivate={activate}
                  onShow={show}
                />
              ))}
            </ul>
          )}
        </FoldedSection>
      ))}
    </div>
  );
}

interface FoldedSectionProps {
  readonly name: string;
  readonly count: number;
  readonly isFolded: boolean;
  readonly children: () => ReactNode;
}

/** A group of rows under its name; the rows of a closed one do not exist. */
function FoldedSection({ name, count, isFolded, children }: FoldedSectionProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(!isFolded);
  return (
    <section className={styles.section}>
      {isFolded ? (
        <Button appearance="subtle" size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {name} {count}
        </Button>
      ) : (
        <Text as="h3" size={200} weight="semibold" block>
          {name} {count}
        </Text>
      )}
      {isOpen && children()}
    </section>
  );
}

interface Section {
  readonly name: string;
  readonly items: readonly ListItem[];
}

/** The items by sheet or by rule, groups in the order of their first item. */
function sectionsOf(items: readonly ListItem[], byRule: boolean): Section[] {
  const sections = new Map<string, ListItem[]>();
  for (const item of items) {
    const name = byRule ? item.title : item.sheet === null ? '整个工作簿' : `《${item.sheet}》`;
    const own = sections.get(name);
    if (own) own.push(item);
    else sections.set(name, [item]);
  }
  return [...sections].map(([name, own]) => ({ name, items: own }));
}
