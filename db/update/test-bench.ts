/** A repository of a test behind a real HTTPS server or in a real folder, and a client before it. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';
import { downloadTargets, initTrust, refreshTrust } from './conformance.ts';
import { folderOrigin } from './folder-origin.ts';
import { baseAddress, httpsOrigin } from './https-origin.ts';
import { UPDATE_LIMITS, type UpdateLimits } from './limits.ts';
import type { Origin } from './origin.ts';
import { testCertificate, type TestCertificate } from './test-certificate.ts';
import { TestRepository } from './test-repository.ts';

export const WAYS = ['https', 'folder'] as const;
export type Way = (typeof WAYS)[number];
/** As in use, but patient enough only for a test. */
export const TEST_LIMITS: UpdateLimits = { ...UPDATE_LIMITS, pauseMs: 1, stallMs: 300, answerMs: 1_000 };

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  readonly address: string;
  /** Answers every request; a test may put another in its place. */
  answer: Answer;
  close(): Promise<void>;
}

/** One for all servers of a process: it is trusted from the first on. */
let trusted: TestCertificate | undefined;
function trustedCertificate(): TestCertificate {
  if (trusted !== undefined) return trusted;
  trusted = testCertificate('Root of a test');
  setDefaultCACertificates([...getCACertificates('default'), trusted.root]);
  return trusted;
}

/** A real server with a certificate that this process trusts, or one that nobody does. */
export async function startServer(answer: Answer, { isTrusted = true }: { readonly isTrusted?: boolean } = {}): Promise<TestServer> {
  const { cert, key } = isTrusted ? trustedCertificate() : testCertificate('Root of a stranger');
  const server: Server = createServer({ cert, key });
  const made: TestServer = {
    answer,
    get address() { return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`; },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  server.on('request', (request, response) => made.answer(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return made;
}

export const answerFrom = (repository: TestRepository): Answer => (request, response) => {
  const bytes = repository.serve((request.url ?? '/').slice(1));
  if (bytes === null) response.writeHead(404, { 'content-type': 'text/html' }).end('<html>not here</html>');
  else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
};

/** What one test works with. */
export class Bench {
  readonly repository = new TestRepository();
  readonly #way: Way;
  readonly #folder: string;
  readonly #server: TestServer | null;
  readonly limits: UpdateLimits = TEST_LIMITS;

  constructor(way: Way, folder: string, server: TestServer | null) {
    this.#way = way;
    this.#folder = folder;
    this.#server = server;
  }

  get metadataDir(): string { return join(this.#folder, 'trusted'); }
  get targetDir(): string { return join(this.#folder, 'fetched'); }
  get #stick(): string { return join(this.#folder, 'stick'); }

  origin(part: 'metadata' | 'targets'): Origin {
    if (this.#server) return httpsOrigin(baseAddress(`${this.#server.address}${part}/`), fetch);
    const origin = folderOrigin(join(this.#stick, part));
    return {
      way: 'folder',
      open: (path, ask) => {
        // Counts as the server does.
        this.repository.serve(`${part}/${path}`);
        return origin.open(path, ask);
      },
    };
  }

  /** Brings the folder to what the repository serves now. */
  async #copy(): Promise<void> {
    if (this.#way !== 'folder') return;
    await rm(this.#stick, { recursive: true, force: true });
    await mkdir(join(this.#stick, 'metadata'), { recursive: true });
    await mkdir(join(this.#stick, 'targets'), { recursive: true });
    for (const [path, bytes] of this.repository.files()) {
      await mkdir(dirname(join(this.#stick, path)), { recursive: true });
      await writeFile(join(this.#stick, path), bytes);
    }
  }

  async init(root = this.repository.published.get('root')?.[0] ?? Buffer.alloc(0)): Promise<void> {
    const file = join(this.#folder, 'first root.json');
    await writeFile(file, root);
    await initTrust(this.metadataDir, file);
  }

  async #coded(action: () => Promise<void>): Promise<ErrorCode | null> {
    await this.#copy();
    try {
      await action();
      return null;
    } catch (error) {
      if (error instanceof CodedError) return error.code;
      throw error;
    }
  }

  /** Gives the code of a refusal, or null when all went well. */
  refresh(now = new Date()): Promise<ErrorCode | null> {
    return this.#coded(() => refreshTrust({ metadataDir: this.metadataDir, metadata: this.origin('metadata'), now, limits: this.limits }));
  }

  download(name: string, now = new Date()): Promise<ErrorCode | null> {
    const { metadataDir, targetDir, limits } = this;
    return this.#coded(() => downloadTargets({
      metadataDir, targetDir, limits, now, metadata: this.origin('metadata'), targets: this.origin('targets'), targetNames: [name],
    }));
  }

  async kept(role: string): Promise<Buffer | null> {
    return readFile(join(this.metadataDir, `${role}.json`)).catch(() => null);
  }

  async version(role: string): Promise<number | null> {
    const bytes = await this.kept(role);
    return bytes && (JSON.parse(bytes.toString()) as { signed: { version: number } }).signed.version;
  }

  /** All trusted roles with their versions, as "root 1". */
  async trusted(): Promise<string[]> {
    const names = (await readdir(this.metadataDir)).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(names.map(async (name) => `${name.slice(0, -5)} ${await this.version(name.slice(0, -5))}`));
  }

  /** Contents of what was fetched, oldest first; parts of files count as well. */
  async fetched(): Promise<string[]> {
    const names = await readdir(this.targetDir).catch((): string[] => []);
    const files = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.targetDir, name))).mtimeMs })));
    files.sort((a, b) => a.at - b.at);
    return Promise.all(files.map(({ name }) => readFile(join(this.targetDir, name), 'utf8')));
  }
}

/** Runs a case with a bench of its own. */
export async function withBench(way: Way, run: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark update ñ '));
  const server = way === 'https' ? await startServer(() => undefined) : null;
  const bench = new Bench(way, folder, server);
  if (server) server.answer = answerFrom(bench.repository);
  try {
    await run(bench);
  } finally {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  }
}
