// First, so that what a component says of itself comes after.
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { showTheme } from './theme.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no root');
// Before the first paint, so that a dark room stays dark.
showTheme('system');
createRoot(place).render(<App />);
