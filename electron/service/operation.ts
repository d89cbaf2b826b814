/** Names of commands in the vault's history. */
import type { VaultWriter } from '../../db/vault/handles.ts';
import type { Settled, Written } from '../../db/vault/open-vault.ts';
import type { Vault } from '../../db/vault/vault.ts';
import type { MessageKey } from '../../shared/i18n/messages/en.ts';

type NameIn<K> = K extends `op.${infer N}` ? N : never;
/** Only what has words for "Undo: …" in both languages. */
export type Operation = NameIn<MessageKey>;

/** Runs one command in one transaction, under a name that the page can say. */
export type Write = <T>(operation: Operation, run: (writer: VaultWriter) => Settled<T>) => Written<Settled<T>>;
export const writeInto = (vault: Vault): Write => (operation, run) => vault.write(operation, run);
