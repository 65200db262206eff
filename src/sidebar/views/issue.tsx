import { type Place, placeId } from '../report/issues';
import { Icon } from './icon';

const issueId = (place: Place) => `${placeId(place)}-issue`;

/** What is wrong with a field, right below it; the field names this text as its description. */
export const Issues = ({ place, texts }: { place: Place; texts: string[] }) =>
  texts.length === 0 ? null : (
    <div class="issues" id={issueId(place)}>
      {texts.map((text) => (
        <p key={text}>
          <Icon name="warn" />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );

/** Attributes that tie a form control to its issues. */
export const invalid = (place: Place, texts: string[]) =>
  texts.length === 0 ? {} : ({ 'aria-invalid': 'true', 'aria-describedby': issueId(place) } as const);
