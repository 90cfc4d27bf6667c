#pragma once
// What the clinic's results say in words, alike in every format; texts are English.

#include <string>
#include <utility>
#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "app/texts/phrase.h"

namespace progress {

// "less is better"
std::string better_text(const schema::Instrument& instrument);
// What a change must exceed: "4 points"
std::string noise_rule_text(const schema::Instrument& instrument);
// What counts as a responder and as worse, so that no share stands without its rule.
std::string rules_of(const schema::Instrument& instrument);
// "Transepidermal water loss, left cheek"
std::string name_of(const InstrumentResult& result);
// The decimals that its means are written with.
int result_decimals(const InstrumentResult& result);
// "12 of 20, 60.0 % (39 to 78) confirmed, 3 not yet"
std::string confirmed_text(const ByConfirmation& shares);
// "12 of 12, 100.0 % (76 to 100), 5 of them within noise"; empty without a rule.
std::string responders_text(const Result& result);
// The two averages in per cent, each under its own name: they can differ in sign.
std::string percent_text(const Result& result);
// "at least 1: 12 of 20, …; at least 2: …"
std::string steps_text(const std::vector<StepsBetter>& steps);
// "0: 3 of 20, …; 1: …"
std::string values_text(const std::vector<ValueShare>& values);
// At some round times of the follow-up: who had responded by then, and who was still watched.
std::string response_text(const Survival& response);
// How the numbers were made, a sentence or more each.
std::vector<texts::Phrase> how_to_read(const Outcomes& outcomes);

// The results of one scale in every group that has them, in the order of the groups.
struct ScaleResults {
    const InstrumentResult* any = nullptr;
    std::vector<std::pair<const GroupResult*, const InstrumentResult*>> rows;
};

// By concern, then scale, the whole before its regions. They point into `outcomes`.
std::vector<ScaleResults> scales_of(const Outcomes& outcomes);

}  // namespace progress
