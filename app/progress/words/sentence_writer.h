#pragma once
// Writes sentences of one language into a list.

#include <string>
#include <utility>
#include <vector>

#include "app/progress/series/series.h"
#include "app/progress/words/language.h"
#include "app/progress/words/sentences.h"

namespace progress {

class SentenceWriter {
  public:
    SentenceWriter(const Language& language,
                   bool for_patient,
                   schema::Date as_of,
                   std::vector<Sentence>& list)
        : language_(language), for_patient_(for_patient), as_of_(as_of), list_(list) {}

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
    // As its reader writes it: ISO 8601 for the clinic, in words for a patient.
    std::string date(const schema::PartialDate& date) const {
        return for_patient_ ? language_.date(date, as_of_.year()) : date.text();
    }
    std::string date(schema::Date day) const {
        return date(*schema::PartialDate::read(day.text()));
    }
    // "now" of a value of the last four weeks (ours), else "on 24 May".
    std::string when(schema::Date day) const {
        constexpr int days_of_now = 28;
        return as_of_.days_since(day) <= days_of_now ? text(Say::now)
                                                     : text(Say::from_a_day, {{"date", date(day)}});
    }
    // The name that a clinician knows the scale by, or the everyday one for a patient.
    std::string measure(const schema::Instrument& instrument) const {
        const auto everyday = language_.measure(instrument.code);
        return for_patient_ && !everyday.empty() ? std::string(everyday) : short_name(instrument);
    }
    std::string measure(const Series& series) const {
        const auto name = measure(series.instrument);
        return series.region
                   ? text(Say::measure_at,
                          {{"measure", name}, {"region", language_.region(*series.region)}})
                   : name;
    }

  private:
    const Language& language_;
    bool for_patient_;
    schema::Date as_of_;
    std::vector<Sentence>& list_;
};

}  // namespace progress
