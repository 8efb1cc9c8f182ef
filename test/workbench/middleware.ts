import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { BookError } from '../hosts/workbook/problem';
import { PATHS } from './view';
import type { Selected, Typed } from './view';
import { Workbench } from './workbench';

const SAMPLE = join(__dirname, '../../samples/庐山市民政局2023年度.xlsx');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LARGEST_REQUEST = 200_000_000;

type Answer = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => void | Promise<void>;

/**
 * Answers what the workbench page and the add-in beside it ask, on one workbook: for webpack's dev server, which serves
 * the page and the add-in themselves. Anything else is handed on.
 */
export function workbenchMiddleware(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const workbench = new Workbench(readFileSync(SAMPLE), basename(SAMPLE));
  const answers: Readonly<Record<string, Answer>> = {
    [PATHS.book]: (_request, response) => json(response, { ...workbench.view(), settings: workbench.settings }),
    [PATHS.cells]: (_request, response, query) => {
      const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((name) => Number(query.get(name)));
      const area = { top: top ?? 0, bottom: bottom ?? 0, left: left ?? 0, right: right ?? 0 };
      json(response, workbench.cells(query.get('sheet') ?? '', area));
    },
    [PATHS.entry]: (_request, response, query) => {
      const [row, column] = [Number(query.get('row')), Number(query.get('column'))];
      json(response, workbench.entry({ sheet: query.get('sheet') ?? '', row, column }));
    },
    [PATHS.type]: async (request, response) => {
      workbench.type(JSON.parse((await body(request)).toString()) as Typed);
      json(response, {});
    },
    [PATHS.select]: async (request, response) => {
      workbench.select(JSON.parse((await body(request)).toString()) as Selected);
      json(response, {});
    },
    [PATHS.open]: async (request, response, query) => {
      const name = query.get('name');
      if (name === null) workbench.open(readFileSync(SAMPLE), basename(SAMPLE));
      else workbench.open(await body(request), name);
      json(response, {});
    },
    [PATHS.file]: (_request, response) => {
      response.setHeader('Content-Type', XLSX);
      response.setHeader(
        'Content-Disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(workbench.fileName)}`,
      );
      response.end(workbench.file());
    },
    [PATHS.execute]: async (request, response) => json(response, workbench.execute((await body(request)).toString())),
    [PATHS.events]: (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const say = (event: string, data: unknown): void => {
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      const silence = workbench.listen({ book: () => say('book', {}), host: (event) => say('host', event) });
      request.on('close', silence);
      say('book', {});
    },
  };
  return (request, response, next) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://localhost');
    const answer = Object.hasOwn(answers, pathname) ? answers[pathname] : undefined;
    if (!answer) return next();
    Promise.resolve()
      .then(() => answer(request, response, searchParams))
      .catch((error: unknown) => {
        response.statusCode = error instanceof BookError ? 409 : 400;
        json(response, { message: error instanceof Error ? error.message : String(error) });
      });
  };
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify(value));
}

async function body(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_REQUEST) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
