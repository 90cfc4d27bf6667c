// What stands in a patient's file: app/report/patient_file.cpp writes it.
import type { OwnView, Area } from "../app/shapes.ts";

export interface FilePicture {
  bytes: number;
  sha256: string;
  of: string; // the photograph that it is, or is a smaller picture of
  format: "jpeg" | "png";
  taken_at: string;
  view: string;
  region: string | null;
  side: string | null;
}

export interface FileSession {
  id: number;
  at: string;
  voided: boolean;
  device: string;
  model: string | null;
  lot: string | null;
  glide_product: string | null;
  areas: Area[];
}

export interface FileApplication {
  session: number | null;
  at: string;
  product: string | null;
  lot: string | null;
  voided: boolean;
}

export interface FileContent {
  made_at: string;
  program: string;
  chart: string;
  reply: string | null; // by which the clinic knows a check-in of this file again
  view: OwnView;
  records: { sessions: FileSession[]; applications: FileApplication[] } & Record<string, unknown>;
  tables: Record<string, string>;
  pictures: FilePicture[];
}
