#pragma once
// What a number format of a spreadsheet shows of a number.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace exchange::workbook {

enum class Shown {
    number,
    per_cent,
    padded,    // a whole number with zeros before it: 00012
    day,       // a day of the calendar
    moment,    // a day and a time of it
    clock,     // a time of day alone
    duration,  // hours that count on beyond 24
};

// One section of a format, with the numbers that it is for.
struct FormatSection {
    enum class Test { none, less, at_most, equal, differs, at_least, more };

    Shown shown = Shown::number;
    std::size_t digits = 0;  // of a padded number
    Test test = Test::none;  // [<1]
    double bound = 0;
};

class NumberFormat {
  public:
    // "dd/mm/yyyy;@": quoted and escaped text, colours, languages and fillers aside.
    static NumberFormat of_code(std::string_view code);
    // One of the formats that are known by a number alone; a plain number for any other.
    static NumberFormat built_in(std::size_t id);

    // The section for this number: by its tests, else by its sign.
    const FormatSection& section_for(double number) const;
    bool is_plain() const;

  private:
    explicit NumberFormat(std::vector<FormatSection> sections) : sections_(std::move(sections)) {}
    std::vector<FormatSection> sections_;  // one at least
};

}  // namespace exchange::workbook
