#pragma once
// Writes sentences for one kind of reader into a list.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/progress/words/named.h"
#include "app/progress/words/sentences.h"

namespace progress {

using texts::Arguments;
using texts::Number;
using texts::Phrase;
using texts::Value;

class SentenceWriter {
  public:
    SentenceWriter(bool for_patient, schema::Date as_of, std::vector<Sentence>& list)
        : for_patient_(for_patient), as_of_(as_of), list_(list) {}

    bool for_patient() const { return for_patient_; }

    // The sentence of this name for its reader: sentence.clinic.NAME or sentence.patient.NAME.
    Phrase said(std::string_view name, Arguments values = {}) const {
        return {(for_patient_ ? "sentence.patient." : "sentence.clinic.") + std::string(name),
                std::move(values)};
    }
    void say(std::string about, std::string_view name, Arguments values = {}) {
        add(std::move(about), said(name, std::move(values)));
    }
    void add(std::string about, Phrase phrase) {
        list_.push_back({std::move(phrase), std::move(about)});
    }
    // As its reader writes it: as records have it for the clinic, in words for a patient.
    Value date(const schema::PartialDate& date) const {
        return texts::When{.on = date,
                           .form = for_patient_ ? texts::DateForm::words : texts::DateForm::record,
                           .with_year = !for_patient_ || date.first_day().year() != as_of_.year()};
    }
    // With the day of the week, and the time of day that matters.
    Value long_date(schema::Date day, std::string clock = {}) const {
        return texts::When{.on = day,
                           .form = texts::DateForm::weekday,
                           .with_year = day.year() != as_of_.year(),
                           .clock = std::move(clock)};
    }
    // "now" of a value of the last four weeks (ours), else "on 24 May".
    Phrase when(schema::Date day) const {
        constexpr int days_of_now = 28;
        return as_of_.days_since(day) <= days_of_now
                   ? Phrase{"sentence.part.now"}
                   : Phrase{"sentence.part.from_a_day", {{"date", date(day)}}};
    }
    // The name that a clinician knows the scale by, or the everyday one for a patient.
    Value measure(const schema::Instrument& instrument) const {
        return for_patient_ ? everyday_name_of(instrument) : name_of(instrument);
    }
    Value measure(const Series& series) const {
        return for_patient_ ? everyday_name_of(series) : name_of(series);
    }

  private:
    bool for_patient_;
    schema::Date as_of_;
    std::vector<Sentence>& list_;
};

inline Phrase part(std::string_view name, Arguments values = {}) {
    return {"sentence.part." + std::string(name), std::move(values)};
}

}  // namespace progress
