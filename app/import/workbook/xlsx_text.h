#pragma once
// How Office Open XML writes texts and numbers.

#include <cstddef>
#include <string>
#include <string_view>

namespace exchange::workbook {

// Where the elements of a text lie: t, in runs of one look each or without; what tells how to
// pronounce it (rPh) is no part of it.
class TextRuns {
  public:
    void start(std::string_view name) {
        is_in_text_ = is_in_text_ || (name == "t" && !is_in_phonetic_);
        is_in_phonetic_ = is_in_phonetic_ || name == "rPh";
    }
    void end(std::string_view name) {
        is_in_text_ = is_in_text_ && name != "t";
        is_in_phonetic_ = is_in_phonetic_ && name != "rPh";
    }
    bool is_inside() const { return is_in_text_; }

  private:
    bool is_in_text_ = false;
    bool is_in_phonetic_ = false;
};

// _x000D_ becomes what it stands for where that is a tab, a line end or an underscore; a line end
// of two signs becomes one.
void unescape_text(std::string& text);

// "1", "true" and "on".
bool is_set(std::string_view value);

// Digits as a number; 0 for anything else.
std::size_t number_in(std::string_view text);

}  // namespace exchange::workbook
