import './style/page.css';
import './style/grid.css';
import './style/bars.css';
import './style/panels.css';
import { render } from 'preact';
import { App } from './app';

const root = document.getElementById('page');
if (root) render(<App />, root);
