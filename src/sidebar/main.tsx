import './style.css';
import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>TikTok Shop</p>, root);
