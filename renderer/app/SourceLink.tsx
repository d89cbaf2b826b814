import { Link } from '../components/Link.tsx';
import { useT } from '../components/translator-context.tsx';
import { openLink, selectCapabilities, useApp } from '../stores/app.ts';

/** The page of a source: opened by the host where it can, else in a new window of the browser. An address that is not https stays text. */
export function SourceLink({ url, title }: { readonly url: string; readonly title: string }) {
  const t = useT();
  const byHost = useApp((state) => selectCapabilities(state)?.externalLinks === 'host');
  if (!url.startsWith('https://')) return <span>{title}</span>;
  if (byHost) return <Link onPress={() => void openLink(url)}>{title}</Link>;
  return <a className="link link-link" href={url} target="_blank" rel="noopener noreferrer" aria-label={t.t('evidence.link.new', { title })}>{title}</a>;
}
