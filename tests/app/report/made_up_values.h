#pragma once
// Values of every kind of field, made up from a seed: odd texts, partial dates, numbers within
// their range.

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "schema/kinds/kinds.h"
#include "schema/records/description.h"
#include "schema/types/record_name.h"

class MadeUpValues {
  protected:
    explicit MadeUpValues(unsigned seed) : random_(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

    std::string text() {
        static const std::vector<std::string> odd{"plain",
                                                  "a,b;c",
                                                  "\"quoted\"",
                                                  " blanks ",
                                                  "\uFEFFmark",
                                                  "\u00A0nbsp\u00A0",
                                                  "أَحْمَد",
                                                  "NA",
                                                  "=1+1",
                                                  "'",
                                                  "🧬👩🏽‍⚕️",
                                                  "e\u0301",
                                                  "\\\"",
                                                  "--------",
                                                  "2024-01-05",
                                                  "yes",
                                                  "#row",
                                                  "\u202Eleft\u202C",
                                                  "a=b",
                                                  "x:y",
                                                  "\"\"",
                                                  ","};
        return odd[static_cast<std::size_t>(below(static_cast<int>(odd.size())))];
    }

    // Notes have lines and tabs.
    template <class Record>
    void vary_note(Record& record) {
        if constexpr (requires { record.note; }) {
            const char* const notes[] = {"line\nline", "a,b;c\td", "tab\t", "\n\nend\n", "plain"};
            if (record.note) {
                record.note = notes[below(5)];
            }
        }
    }

    schema::Date day() { return schema::Date::of(2020, 1, 1)->plus_days(below(2000)); }

    void vary(std::string& value, const schema::Range&) { value = text(); }
    void vary(int& value, const schema::Range& range) {
        const int low = range.low < -1e6 ? 0 : static_cast<int>(range.low);
        const int high = range.high > 1e6 ? 9 : static_cast<int>(range.high);
        value = low + below(high - low + 1);
    }
    void vary(double& value, const schema::Range& range) {
        const double low = range.low < -1e6 ? 0 : range.low;
        const double high = range.high > 1e6 ? 9 : range.high;
        value = low + (high - low) * below(1000) / 999.0;
    }
    void vary(schema::Date& value, const schema::Range&) { value = day(); }
    void vary(schema::CivilTime& value, const schema::Range&) {
        const char* const clocks[] = {"", "T10:30", "T23:59:59"};
        value = *schema::CivilTime::read(day().text() + clocks[below(3)]);
    }
    void vary(schema::PartialDate& value, const schema::Range&) { vary(value, day()); }
    // The day as far as it is known.
    void vary(schema::PartialDate& value, schema::Date day) {
        const std::size_t sizes[] = {4, 7, 10};
        value = *schema::PartialDate::read(day.text().substr(0, sizes[below(3)]));
    }
    void vary(schema::Interval& value, const schema::Range&) {
        value = {.count = 1 + below(9), .unit = "dwm"[below(3)]};
    }
    void vary(schema::Answers& value, const schema::Range&) {
        value = *schema::Answers::read(below(2) == 0 ? "1,2,0,,3,1,0,1,0,1" : "3,1,,0,1");
    }
    void vary(schema::RecordName&, const schema::Range&) {}  // set in refer
    void vary(bool& value, const schema::Range&) { value = below(2) == 0; }
    void vary(schema::Pahpi& value, const schema::Range&) { value = {4, 6, 1 + below(5)}; }
    template <class Items>
    requires requires { schema::Description<Items>::form; }
    void vary(Items& value, const schema::Range&) {
        do {
            schema::for_each_field<Items>(
                [&](const auto& field) { vary(value.*field.member, field.facets.range); });
        } while (value == Items{});
    }
    template <schema::Enumeration Enum>
    void vary(Enum& value, const schema::Range&) {
        value = static_cast<Enum>(below(static_cast<int>(schema::Words<Enum>::all.size())));
    }
    template <class Record>
    void vary(schema::Id<Record>&, const schema::Range&) {}
    template <class Value>
    void vary(std::optional<Value>& value, const schema::Range& range) {
        if (below(3) == 0) {
            value.reset();
            return;
        }
        auto one = some<Value>();
        vary(one, range);
        value = std::move(one);
    }

    template <class Value>
    static Value some() {
        if constexpr (std::is_same_v<Value, schema::PartialDate>) {
            return *schema::PartialDate::read("2020");
        } else {
            return Value{};
        }
    }

  private:
    std::mt19937 random_;
};
