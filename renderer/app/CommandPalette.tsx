import { useEffect, useState } from 'react';
import { Autocomplete, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components';
import { Icon } from '../components/Icon.tsx';
import { useT } from '../components/translator-context.tsx';
import { closeFrameDialog } from '../stores/dialogs.ts';
import { go } from '../stores/navigation.ts';
import { lookUp, usePalette } from '../stores/palette.ts';
import { useRecents } from '../stores/recents.ts';
import type { Recent } from '../stores/recents.ts';
import { valueOf } from '../stores/request.ts';
import { setSearchText } from '../stores/search.ts';
import { actionsOf, narrowCommands, placesOf } from './palette-commands.ts';
import type { Command } from './palette-commands.ts';
import '../components/list-box.css';
import './palette.css';

interface Group {
  readonly id: string;
  readonly label: string;
  readonly items: readonly (Command & { readonly note?: string })[];
}

/** Places, things to do, and credentials, jobs and schools, from one field and by keys alone. */
export function CommandPalette() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const found = usePalette((state) => valueOf(state.found));
  const recents = useRecents((state) => state.list);
  useEffect(() => () => lookUp(''), []);
  const isTyped = typed.trim() !== '';
  const open = (kind: Recent['kind'], id: string) => (): void => go(kind === 'credential' ? { page: 'credential', id } : kind === 'occupation' ? { page: 'occupation', soc: id } : { page: 'school', id });
  const note = (kind: Recent['kind']): string => t.t(kind === 'credential' ? 'explore.column.credential' : kind === 'occupation' ? 'explore.job' : 'explore.school');
  const things: Group['items'] = isTyped
    ? (found?.results ?? []).map((each) => ({
      // Schools of one name are told apart by their town.
      id: `${each.kind} ${each.id}`, label: each.kind === 'school' ? each.name : t.name(each.name), note: each.kind === 'school' ? `${note(each.kind)} · ${each.city}, ${each.state}` : note(each.kind), run: open(each.kind, each.id),
    }))
    : recents.map(({ kind, id, name }) => ({ id: `recent ${kind} ${id}`, label: t.name(name), note: note(kind), run: open(kind, id) }));
  const all: Command = { id: 'search', label: t.t('palette.all', { text: typed.trim() }), run: () => { setSearchText(typed); go({ page: 'explore' }); } };
  const lookedUp: Group = { id: 'things', label: t.t(isTyped ? 'palette.things' : 'palette.recent'), items: isTyped && things.length > 0 ? [...things, all] : things };
  const commands: readonly Group[] = [
    { id: 'places', label: t.t('palette.places'), items: narrowCommands(placesOf(t), typed) },
    { id: 'actions', label: t.t('palette.actions'), items: narrowCommands(actionsOf(t), typed) },
  ];
  // What is looked up comes a moment later and must not push away what Enter was about to do.
  const groups: readonly Group[] = (isTyped ? [...commands, lookedUp] : [lookedUp, ...commands]).filter(({ items }) => items.length > 0);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const run = (id: string): void => {
    const command = groups.flatMap(({ items }) => items).find((each) => each.id === id);
    // Closed first: the dialog gives the focus back, and the command may put it somewhere else.
    closeFrameDialog();
    if (command) requestAnimationFrame(command.run);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={(next) => { setTyped(next); lookUp(next); }}>
      <SearchField aria-label={t.t('palette.field')} className="palette-field" autoFocus>
        <Icon name="search" size={17} />
        <Input className="palette-input" role="combobox" aria-expanded aria-haspopup="listbox" placeholder={t.t('palette.hint')} autoComplete="off" spellCheck={false} maxLength={200} />
      </SearchField>
      <ListBox<Group> className="list-box palette-list" aria-label={t.t('palette.list')} items={groups} onAction={(key) => run(String(key))} renderEmptyState={() => <p className="list-nothing">{t.t('palette.nothing')}</p>}>
        {(group) => (
          <ListBoxSection id={group.id} className="list-section">
            <Header className="list-header">{group.label}</Header>
            <Collection items={group.items}>
              {(item) => <ListBoxItem id={item.id} textValue={item.label} className="list-item"><span>{item.label}</span>{item.note === undefined ? null : <span className="list-note">{item.note}</span>}</ListBoxItem>}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
      <p className="only-heard" role="status">{t.t('palette.count', { count })}</p>
    </Autocomplete>
  );
}
