#include "app/import/workbook/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace exchange::workbook {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_folded(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
               return a == lower(b);
           });
}

// [<1], [>=100]: sets test and bound.
void read_test(std::string_view inside, FormatSection& section) {
    using Test = FormatSection::Test;
    constexpr std::array<std::pair<std::string_view, Test>, 6> tests{{{"<=", Test::at_most},
                                                                      {">=", Test::at_least},
                                                                      {"<>", Test::differs},
                                                                      {"<", Test::less},
                                                                      {">", Test::more},
                                                                      {"=", Test::equal}}};
    for (const auto& [sign, test] : tests) {
        if (inside.starts_with(sign)) {
            inside.remove_prefix(sign.size());
            const auto read =
                std::from_chars(inside.data(), inside.data() + inside.size(), section.bound);
            section.test = read.ec == std::errc() ? test : Test::none;
            return;
        }
    }
}

// [h], [mm], [s]: time that goes on counting.
bool counts_on(std::string_view inside) {
    const char first = inside.empty() ? '\0' : lower(inside[0]);
    return (first == 'h' || first == 'm' || first == 's') &&
           std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
}

// The letters of one section that mean something, one after another.
class SectionReader {
  public:
    explicit SectionReader(std::string_view code) : code_(code) {}

    FormatSection read() {
        while (at_ < code_.size()) {
            step();
        }
        section_.shown = shown();
        section_.digits = zeros_;
        return section_;
    }

  private:
    void step() {
        const char c = code_[at_];
        const auto rest = code_.substr(at_);
        if (c == '"') {
            at_ = std::min(code_.find('"', at_ + 1), code_.size() - 1) + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            at_ += 2;
        } else if (c == '[') {
            const auto end = std::min(code_.find(']', at_), code_.size());
            const auto inside = code_.substr(at_ + 1, end - at_ - 1);
            has_counted_ = has_counted_ || counts_on(inside);
            read_test(inside, section_);
            at_ = end + 1;
        } else if (starts_folded(rest, "general")) {
            is_all_zeros_ = false;
            at_ += std::string_view("general").size();
        } else if (starts_folded(rest, "am/pm") || starts_folded(rest, "a/p")) {
            has_clock_ = true;
            at_ += starts_folded(rest, "a/p") ? 3 : 5;
        } else if (starts_folded(rest, "e+") || starts_folded(rest, "e-")) {
            is_all_zeros_ = false;
            at_ += 2;
        } else {
            take_letter(lower(c));
        }
    }

    void take_letter(char letter) {
        const auto begin = at_;
        while (at_ < code_.size() && lower(code_[at_]) == letter) {
            ++at_;
        }
        switch (letter) {
            case 'y':
            case 'd':
            case 'e':
            case 'g':
            case 'b':
                end_months(false);
                has_day_ = true;
                break;
            case 'h':
                end_months(false);
                has_clock_ = true;
                break;
            case 's':
                end_months(true);
                has_clock_ = true;
                break;
            case 'm':
                end_months(false);
                // Minutes after hours, and before seconds.
                may_be_minutes_ = last_ == 'h' || has_counted_;
                has_months_ = true;
                break;
            case '%':
                has_per_cent_ = true;
                break;
            case '0':
                zeros_ += at_ - begin;
                return;
            default:
                is_all_zeros_ = is_all_zeros_ && letter != '#' && letter != '.' && letter != ',' &&
                                letter != '?' && letter != '/' && letter != '@';
                return;
        }
        last_ = letter;
    }

    // What the last m were, now that is known what follows them.
    void end_months(bool seconds_follow) {
        if (has_months_) {
            const bool are_minutes = may_be_minutes_ || seconds_follow;
            has_clock_ = has_clock_ || are_minutes;
            has_day_ = has_day_ || !are_minutes;
        }
        has_months_ = false;
    }

    Shown shown() {
        constexpr std::size_t most_digits = 30;
        end_months(false);
        if (has_counted_) {
            return has_day_ ? Shown::moment : Shown::duration;
        }
        if (has_day_ || has_clock_) {
            return !has_clock_ ? Shown::day : has_day_ ? Shown::moment : Shown::clock;
        }
        return has_per_cent_                                          ? Shown::per_cent
               : is_all_zeros_ && zeros_ > 1 && zeros_ <= most_digits ? Shown::padded
                                                                      : Shown::number;
    }

    std::string_view code_;
    std::size_t at_ = 0;
    FormatSection section_;
    char last_ = '\0';
    bool has_months_ = false;
    bool may_be_minutes_ = false;
    bool has_day_ = false;
    bool has_clock_ = false;
    bool has_counted_ = false;
    bool has_per_cent_ = false;
    bool is_all_zeros_ = true;
    std::size_t zeros_ = 0;
};

// The end of the section that begins at `at`: its semicolon, outside quotes and escapes.
std::size_t end_of_section(std::string_view code, std::size_t at) {
    bool is_quoted = false;
    for (; at < code.size() && (is_quoted || code[at] != ';'); ++at) {
        is_quoted = is_quoted != (code[at] == '"');
        at += !is_quoted && code[at] == '\\' ? 1 : 0;
    }
    return std::min(at, code.size());
}

bool holds_test(const FormatSection& section, double number) {
    using Test = FormatSection::Test;
    switch (section.test) {
        case Test::less:
            return number < section.bound;
        case Test::at_most:
            return number <= section.bound;
        case Test::equal:
            return number == section.bound;
        case Test::differs:
            return number != section.bound;
        case Test::at_least:
            return number >= section.bound;
        case Test::more:
            return number > section.bound;
        case Test::none:
            break;
    }
    return true;
}

}  // namespace

NumberFormat NumberFormat::of_code(std::string_view code) {
    constexpr std::size_t most_sections = 4;
    std::vector<FormatSection> sections;
    for (std::size_t at = 0; at <= code.size() && sections.size() < most_sections;) {
        const auto end = end_of_section(code, at);
        sections.push_back(SectionReader(code.substr(at, end - at)).read());
        at = end + 1;
    }
    return NumberFormat(std::move(sections));
}

NumberFormat NumberFormat::built_in(std::size_t id) {
    const auto is_in = [&](std::size_t first, std::size_t last) {
        return id >= first && id <= last;
    };
    FormatSection section;
    if (id == 9 || id == 10) {
        section.shown = Shown::per_cent;
    } else if (id == 22) {
        section.shown = Shown::moment;
    } else if (is_in(18, 21) || id == 45 || id == 47 || id == 32 || id == 33) {
        section.shown = Shown::clock;
    } else if (id == 46) {
        section.shown = Shown::duration;
    } else if (is_in(14, 17) || is_in(27, 36) || is_in(50, 58)) {
        section.shown = Shown::day;
    }
    return NumberFormat({section});
}

const FormatSection& NumberFormat::section_for(double number) const {
    const bool is_tested = std::any_of(sections_.begin(), sections_.end(), [](const auto& each) {
        return each.test != FormatSection::Test::none;
    });
    if (is_tested) {
        const auto found = std::find_if(sections_.begin(), sections_.end(), [&](const auto& each) {
            return holds_test(each, number);
        });
        return found == sections_.end() ? sections_.back() : *found;
    }
    const std::size_t wanted = number < 0 ? 1 : number == 0 ? 2 : 0;
    return sections_[wanted < sections_.size() ? wanted : 0];
}

bool NumberFormat::is_plain() const {
    return std::all_of(sections_.begin(), sections_.end(), [](const auto& each) {
        return each.shown == Shown::number;
    });
}

}  // namespace exchange::workbook
