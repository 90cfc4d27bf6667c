#pragma once
// What sentences say of aftercare.

#include "app/clinical/aftercare/aftercare.h"
#include "app/progress/words/sentence_writer.h"

namespace progress {

// For the clinic until when it goes on; for a patient each group with an end of its own, and no
// product while something is to be told to the clinic first (`care.on_hold`).
void say_aftercare(const clinical::Aftercare& care, SentenceWriter& out);

}  // namespace progress
