import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';

/** Paper without a name and a phone number leaves a family alone: asked for once the area is known. */
export function SchoolNotice() {
  const t = useT();
  return (
    <section className="panel home-school" aria-labelledby="home-school">
      <div>
        <h2 id="home-school">{t.t('home.school.title')}</h2>
        <p className="quiet">{t.t('home.school.text')}</p>
      </div>
      <Button onPress={() => go({ page: 'settings' })}>{t.t('home.school.open')}</Button>
    </section>
  );
}
