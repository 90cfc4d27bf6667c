#pragma once
// In which of the single-byte encodings of clinics' spreadsheets a text is written.

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct CharsetGuess {
    std::string charset;  // windows-1252, windows-1256, windows-1250, windows-1254
    int confidence = 0;   // per cent
    std::string text;     // the bytes, read so
};

struct CharsetGuesses {
    std::vector<CharsetGuess> fitting;  // which read otherwise; best first
    // The first is far enough before the second, or there is no second.
    bool is_clear = false;
};

// An encoding fits when at least nine in ten words with letters beyond ASCII read as words: of one
// script, without signs among their letters, no capital after a small letter. Of several that fit
// and read alike the first stands for all; of those that read otherwise ICU's detector says how
// likely each is.
CharsetGuesses guess_charset(std::string_view bytes);

// The letters in which the readings differ, the first few, as each of them has them:
// "windows-1252 (ñ ç), windows-1250 (ń ç)".
std::string differing_letters(const std::vector<CharsetGuess>& guesses);

}  // namespace exchange
