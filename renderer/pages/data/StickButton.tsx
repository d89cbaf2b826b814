import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';

interface StickProps {
  readonly label: string;
  /** What the button beside the typed place says. */
  readonly act: string;
  /** Null: the host asks where. */
  readonly onPlace: (typed: string | null) => Promise<void>;
}

/** Does something with the folder of a stick: the host's dialog asks for it, or a field for where it is. */
export function StickButton({ label, act, onPlace }: StickProps) {
  const t = useT();
  const typed = useApp((app) => selectCapabilities(app)?.folders === 'typed');
  const [isOpen, setOpen] = useState(false);
  const [path, setPath] = useState('');
  if (!typed) return <Button onPress={() => void onPlace(null)}>{label}</Button>;
  return (
    <>
      <Button isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>{label}</Button>
      {isOpen ? (
        <form className="updates-stick" onSubmit={(event) => { event.preventDefault(); if (path.trim() !== '') void onPlace(path); }}>
          <TextField label={t.t('updates.stick.where')} hint={t.t('updates.stick.hint')} value={path} onChange={setPath} maxLength={1000} autoFocus />
          <Button type="submit" isDisabled={path.trim() === ''}>{act}</Button>
        </form>
      ) : null}
    </>
  );
}
