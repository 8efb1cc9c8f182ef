import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './built';

const LONGEST_START = 90_000;
/** Above the ports programs listen on and below those the system gives away. */
const PORTS = { first: 20_000, count: 10_000 };

/** What `npm start` serves, on a port of its own. */
export interface DevServer {
  readonly origin: string;
  stop(): void;
}

/** Starts the dev server and waits until everything is compiled. @throws with what it said when it does not come up */
export async function startDevServer(): Promise<DevServer> {
  const port = PORTS.first + (process.pid % PORTS.count);
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  const args = [webpack, 'serve', '--mode', 'development', '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    await compiled(child);
  } catch (error) {
    child.kill();
    throw error;
  }
  return { origin: `https://localhost:${port}`, stop: () => child.kill() };
}

function compiled(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (): void => reject(new Error(`The dev server did not start:\n${said}`));
    const timer = setTimeout(fail, LONGEST_START);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!/compiled (?:successfully|with)/.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', fail);
  });
}
