import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { Area } from '../../../src/model/address';
import { columnName } from '../../../src/model/address';
import type { BookView, CellsView, CellView, SheetView } from '../view';
import { server } from './server';
import { cssOf } from './style';

const HEAD = { width: 46, height: 20 };
const OVERSCAN = 6;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface GridProps {
  readonly book: BookView;
  readonly sheet: SheetView;
  readonly onSelect: (row: number, column: number) => void;
  readonly onType: (row: number, column: number, text: string) => void;
}

/** The cells of one sheet as far as they are in view: looked at, selected, typed into. */
export function Grid({ book, sheet, onSelect, onType }: GridProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const { row, column } = book.selected;
  const rows = useVirtualizer({
    count: sheet.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => sheet.heights[at] ?? book.usualHeight,
    overscan: OVERSCAN,
    paddingStart: HEAD.height,
    scrollPaddingStart: HEAD.height,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: sheet.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => sheet.widths[at] ?? book.usualWidth,
    overscan: OVERSCAN,
    paddingStart: HEAD.width,
    scrollPaddingStart: HEAD.width,
  });
  useEffect(() => {
    rows.measure();
    columns.measure();
  }, [sheet.id, book.revision, rows, columns]);
  useEffect(() => {
    setEditing(null);
    rows.scrollToIndex(row);
    columns.scrollToIndex(column);
  }, [sheet.id, row, column, rows, columns]);

  const shown = { rows: rows.getVirtualItems(), columns: columns.getVirtualItems() };
  const window = windowOf(shown);
  const seen = useCells(sheet.id, book.revision, window);
  const edges = useMemo(() => edgesOf(sheet, book), [sheet, book]);
  const boxOf = ({ top, left, bottom, right }: Area): Box => ({
    left: HEAD.width + (edges.left[left] ?? 0),
    top: HEAD.height + (edges.top[top] ?? 0),
    width: (edges.left[right + 1] ?? 0) - (edges.left[left] ?? 0),
    height: (edges.top[bottom + 1] ?? 0) - (edges.top[top] ?? 0),
  });
  const areaAt = (atRow: number, atColumn: number): Area =>
    sheet.merges.find((one) => isIn(one, atRow, atColumn)) ?? {
      top: atRow,
      left: atColumn,
      bottom: atRow,
      right: atColumn,
    };
  const commit = (): void => {
    if (editing !== null) onType(row, column, editing);
    setEditing(null);
    scroller.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (editing !== null) return;
    if (step) onSelect(Math.max(0, row + step[0]), Math.max(0, column + step[1]));
    else if (event.key === 'F2')
      void server.entry({ sheet: sheet.id, row, column }).then(({ entry }) => setEditing(entry));
    else if (event.key === 'Delete') onType(row, column, '');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) setEditing(event.key);
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid" ref={scroller} tabIndex={0} role="grid" aria-label={sheet.name} onKeyDown={onKey}>
      <div className="sheet" style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}>
        <div className="heads across">
          {shown.columns.map(({ index, start, size }) => (
            <div key={index} className="head" style={{ left: start, width: size, height: HEAD.height }}>
              {columnName(index)}
            </div>
          ))}
        </div>
        <div className="heads down">
          {shown.rows.map(({ index, start, size }) => (
            <div key={index} className="head" style={{ top: start, width: HEAD.width, height: size }}>
              {index + 1}
            </div>
          ))}
        </div>
        <div className="heads across down">
          <div className="head" style={HEAD} />
        </div>
        {seen.cells.filter(isTopLeft(sheet.merges)).map((cell) => (
          <div
            key={`${cell.row},${cell.column}`}
            className="cell"
            role="gridcell"
            data-cell={`${columnName(cell.column)}${cell.row + 1}`}
            style={{
              ...cssOf(seen.styles[cell.style] as CellsView['styles'][number], cell.kind),
              ...boxOf(areaAt(cell.row, cell.column)),
            }}
            onMouseDown={() => onSelect(cell.row, cell.column)}
            onDoubleClick={() => void server.entry({ sheet: sheet.id, ...cell }).then(({ entry }) => setEditing(entry))}
          >
            <span>{cell.text}</span>
          </div>
        ))}
        {sheet.charts.map((chart) => (
          <div key={`${chart.left},${chart.top}`} className="chart" style={within(chart)}>
            图表：{chart.title}
          </div>
        ))}
        <div className="marker" style={boxOf(areaAt(row, column))} />
        {editing !== null && (
          <input
            className="editor"
            aria-label="编辑单元格"
            autoFocus
            style={boxOf(areaAt(row, column))}
            value={editing}
            onChange={({ target }) => setEditing(target.value)}
            onBlur={commit}
            onKeyDown={({ key }) => {
              if (key === 'Enter') commit();
              if (key === 'Escape') setEditing(null);
            }}
          />
        )}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  Tab: [0, 1],
};

const NOTHING: CellsView = { cells: [], styles: [] };

/** The cells in view; those that were there before stay until the new ones have come. */
function useCells(sheet: string, revision: number, { top, bottom, left, right }: Area): CellsView {
  const [seen, setSeen] = useState<{ readonly sheet: string; readonly view: CellsView }>({ sheet, view: NOTHING });
  useEffect(() => {
    let isWanted = true;
    void server.cells(sheet, top, bottom, left, right).then((view) => isWanted && setSeen({ sheet, view }));
    return () => {
      isWanted = false;
    };
  }, [sheet, revision, top, bottom, left, right]);
  return seen.sheet === sheet ? seen.view : NOTHING;
}

interface Shown {
  readonly rows: readonly { readonly index: number }[];
  readonly columns: readonly { readonly index: number }[];
}

function windowOf({ rows, columns }: Shown): Area {
  return {
    top: rows[0]?.index ?? 0,
    bottom: rows.at(-1)?.index ?? 0,
    left: columns[0]?.index ?? 0,
    right: columns.at(-1)?.index ?? 0,
  };
}

/** Where each column and row begins, in pixels from the first. */
function edgesOf(
  sheet: SheetView,
  book: BookView,
): { readonly left: readonly number[]; readonly top: readonly number[] } {
  return {
    left: sums(sheet.columns, (at) => sheet.widths[at] ?? book.usualWidth),
    top: sums(sheet.rows, (at) => sheet.heights[at] ?? book.usualHeight),
  };
}

function sums(count: number, lengthOf: (at: number) => number): number[] {
  const edges = [0];
  for (let at = 0; at < count; at++) edges.push((edges[at] as number) + lengthOf(at));
  return edges;
}

function isIn(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** False for cells that lie under a merged one. */
function isTopLeft(merges: readonly Area[]): (cell: CellView) => boolean {
  return ({ row, column }) => {
    const merged = merges.find((one) => isIn(one, row, column));
    return !merged || (merged.top === row && merged.left === column);
  };
}

function within({ left, top, width, height }: Box): CSSProperties {
  return { left: HEAD.width + left, top: HEAD.height + top, width, height };
}
