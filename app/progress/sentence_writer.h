#pragma once
// Writes sentences of one language into a list.

#include <string>
#include <utility>
#include <vector>

#include "app/progress/language.h"
#include "app/progress/sentences.h"
#include "app/progress/series.h"

namespace progress {

class SentenceWriter {
  public:
    SentenceWriter(const Language& language, bool for_patient, std::vector<Sentence>& list)
        : language_(language), for_patient_(for_patient), list_(list) {}

    bool for_patient() const { return for_patient_; }
    const Language& language() const { return language_; }

    void say(std::string about, Say say, const Values& values, int count = 0) {
        list_.push_back({text(say, values, count), std::move(about)});
    }
    void add(std::string about, std::string text) {
        list_.push_back({std::move(text), std::move(about)});
    }
    std::string text(Say say, const Values& values = {}, int count = 0) const {
        return filled(language_.pattern(say, language_.plural(count)), values);
    }
    std::string joined(const std::vector<std::string>& all) const {
        std::string list;
        for (const auto& each : all) {
            list += (list.empty() ? "" : std::string(language_.list_comma)) + each;
        }
        return list;
    }
    // The name that a clinician knows the scale by, or the everyday one for a patient.
    std::string measure(const Series& series) const {
        const auto everyday = language_.measure(series.instrument.code);
        if (!for_patient_ || everyday.empty()) {
            return series.short_name();
        }
        if (!series.region) {
            return std::string(everyday);
        }
        return text(
            Say::measure_at,
            {{"measure", std::string(everyday)}, {"region", language_.region(*series.region)}});
    }

  private:
    const Language& language_;
    bool for_patient_;
    std::vector<Sentence>& list_;
};

}  // namespace progress
