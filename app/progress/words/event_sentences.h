#pragma once
// What is said of side effects that go on, and of a patient who died or left.

#include <vector>

#include "app/progress/words/sentence_writer.h"

namespace progress {

struct Summary;

// Those that go on, and are or are not for a call now.
std::vector<texts::Phrase> going_on(const Summary& summary, bool urgent, const SentenceWriter& out);

// Whether the patient is to be told of a session: not while something is urgent, nor while a stop
// stands on its day.
bool is_due_for_patient(const Summary& summary);

// Before everything else. The patient reads the gravest first and of the same grade the newest,
// what began more than clinical::urgent_days ago for itself, and that no session is to be until
// then.
void say_urgent_events(const Summary& summary, SentenceWriter& out);

void say_other_events(const Summary& summary, SentenceWriter& out);

// That the patient died or left; for the clinic.
void say_departure(const Summary& summary, SentenceWriter& out);

}  // namespace progress
