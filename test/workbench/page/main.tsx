import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { columnName } from '../../../src/model/address';
import type { HostEvent } from '../../hosts/excel/events';
import { PATHS } from '../view';
import { Grid } from './grid';
import { openPane } from './pane';
import type { ServedBook } from './server';
import { server } from './server';

/** The add-in changes the workbook many times in a moment; the page looks again at most so often. */
const LOOK_AGAIN = 150;

function Workbench(): ReactNode {
  const [book, setBook] = useState<ServedBook | null>(null);
  const [problem, setProblem] = useState('');
  const pane = useRef<HTMLDivElement>(null);
  const tell = useRef<(event: HostEvent) => void>(() => {});
  const isOpen = useRef(false);

  useEffect(() => {
    let waiting = 0;
    const look = (): void => {
      waiting = 0;
      void server.book().then(setBook);
    };
    const events = new EventSource(PATHS.events);
    events.addEventListener('book', () => (waiting ||= window.setTimeout(look, LOOK_AGAIN)));
    events.addEventListener('host', ({ data }) => tell.current(JSON.parse(String(data)) as HostEvent));
    return () => {
      window.clearTimeout(waiting);
      events.close();
    };
  }, []);
  useEffect(() => {
    if (!book || !pane.current || isOpen.current) return;
    isOpen.current = true;
    tell.current = openPane(book.settings, pane.current);
  }, [book]);

  const told = useCallback((done: Promise<unknown>) => {
    done.then(() => setProblem('')).catch((error: Error) => setProblem(error.message));
  }, []);
  /** Shown at once: what she types next goes where she clicked. */
  const select = (id: string, row: number, column: number): void => {
    setBook((shown) => shown && { ...shown, active: id, selected: { row, column } });
    told(server.select({ sheet: id, row, column }));
  };
  const reopen = (done: Promise<unknown>): void => told(done.then(() => location.reload()));
  const sheet = book?.sheets.find(({ id }) => id === book.active);
  return (
    <>
      <main className="book">
        <div className="bar">
          <strong>{book?.fileName}</strong>
          <span role="alert">{problem}</span>
          <label>
            打开工作簿
            <input
              type="file"
              accept=".xlsx"
              onChange={({ target }) => target.files?.[0] && reopen(server.open(target.files[0]))}
            />
          </label>
          <button onClick={() => reopen(server.openSample())}>打开示例</button>
          <button onClick={() => location.assign(PATHS.file)}>下载结果</button>
        </div>
        {book && sheet && (
          <>
            <FormulaBar book={book} sheet={sheet.id} />
            <Grid
              book={book}
              sheet={sheet}
              onSelect={(row, column) => select(sheet.id, row, column)}
              onType={(row, column, text) => told(server.type({ sheet: sheet.id, row, column, text }))}
            />
            <div className="tabs" role="tablist">
              {book.sheets.map(({ id, name, own }) => (
                <button
                  key={id}
                  role="tab"
                  className={own ? 'own' : ''}
                  aria-selected={id === sheet.id}
                  ref={id === sheet.id ? intoView : null}
                  onClick={() => select(id, 0, 0)}
                >
                  {name}
                </button>
              ))}
            </div>
          </>
        )}
      </main>
      <aside className="pane" ref={pane} />
    </>
  );
}

function intoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function FormulaBar({ book, sheet }: { readonly book: ServedBook; readonly sheet: string }): ReactNode {
  const { row, column } = book.selected;
  const [entry, setEntry] = useState('');
  useEffect(() => {
    void server.entry({ sheet, row, column }).then((view) => setEntry(view.entry));
  }, [sheet, row, column, book.revision]);
  return (
    <div className="formula">
      <output aria-label="选中的单元格">{`${columnName(column)}${row + 1}`}</output>
      <output aria-label="编辑栏">{entry}</output>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Workbench />);
