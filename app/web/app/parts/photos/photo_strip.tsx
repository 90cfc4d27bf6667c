// Photographs of one view or patient beside each other in the order that they are given, as time goes on every chart.
import { shortDayText } from "../../format.ts";

export interface StripPhoto {
  id: number;
  taken_at: string;
  image: string; // its address
  alt: string;
}

export const PhotoStrip = ({ photos }: { photos: readonly StripPhoto[] }) => (
  <ol class="photo-strip photo-time" dir="ltr">
    {photos.map((photo) => (
      <li key={photo.id} class="photo">
        <img src={photo.image} alt={photo.alt} loading="lazy" />
        <time class="figures small" dateTime={photo.taken_at}>
          {shortDayText(photo.taken_at.slice(0, 10))}
        </time>
      </li>
    ))}
  </ol>
);
