/** Google's best known muddle, with the ways out of it. */
export const AccountsHelp = () => (
  <details class="fold">
    <summary>Several Google accounts?</summary>
    <p class="small">
      The sidebar opens with one account, and Google may carry out its wishes with another one that is signed
      in to the same browser. Any one of these helps:
    </p>
    <ol class="notes small">
      <li>Open the spreadsheet in a browser profile of its own, signed in to one account.</li>
      <li>Open it in a private window, and sign in there to one account.</li>
      <li>Sign out of all Google accounts, then sign in first to the one you use here.</li>
    </ol>
  </details>
);
