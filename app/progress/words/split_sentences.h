#pragma once
// What is said of a face of which one side is treated.

#include <optional>

#include "app/progress/series/split_face.h"
#include "app/progress/words/sentence_writer.h"
#include "schema/types/concern.h"

namespace progress {

// Those on `concern` first; of scales that are computed from the same findings one. The patient
// reads the first pair that has a verdict.
void say_split_face(const SplitFace& split, schema::Concern concern, SentenceWriter& out);

}  // namespace progress
