#pragma once
// What to do at the second picture so that it becomes like the first, in words: texts of
// app/texts/LANGUAGE/comparing.json. Each is told by how much the second differs from the first.

#include "schema/records/photo_figures.h"
#include "schema/types/phrase.h"

namespace clinical::instructions {

using schema::Phrase;

Phrase turn(double degrees);                             // positive: to the patient's left
Phrase nod(double degrees);                              // positive: the chin is higher
Phrase tilt(double degrees);                             // positive: to the patient's left shoulder
Phrase approach(double percent, bool is_smaller);        // the face is smaller or larger by so much
Phrase move(double right_percent, double down_percent);  // of the width, where it stands
Phrase expose(double stops);                             // positive: it is brighter
Phrase balance(double red_stops, double blue_stops);     // positive: more of it
Phrase focus(double octaves);                            // positive: the second is sharper
Phrase keep_drawing(const schema::PhotoFigures& worse, bool is_second);

}  // namespace clinical::instructions
