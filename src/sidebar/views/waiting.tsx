/** Grey shapes in place of what is being loaded. */
export const Waiting = ({ what }: { what: string }) => (
  <div class="waiting">
    <p class="unseen">{what}</p>
    <div class="shape wide" aria-hidden="true" />
    <div class="shape" aria-hidden="true" />
    <div class="shape" aria-hidden="true" />
    <div class="shape narrow" aria-hidden="true" />
  </div>
);
