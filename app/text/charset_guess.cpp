#include "app/text/charset_guess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "app/text/charset.h"

namespace exchange {

namespace {

// In the order of preference where they read alike; with the names that ICU's detector uses.
struct SingleByte {
    const char* charset;
    const char* iso;
};
constexpr std::array<SingleByte, 4> single_byte{{{"windows-1252", "ISO-8859-1"},
                                                 {"windows-1256", "ISO-8859-6"},
                                                 {"windows-1250", "ISO-8859-2"},
                                                 {"windows-1254", "ISO-8859-9"}}};

constexpr double least_share = 0.9;
constexpr int least_confidence = 20;
constexpr int least_distance = 10;

bool is_ascii(UChar32 c) {
    return c < 0x80;
}

// What stands between two letters of one word.
bool joins_letters(UChar32 c) {
    return c == U'\u2019' || c == U'\u2018' || c == U'\u2013' || c == U'\u2014' || c == U'\u00B7';
}

// What stands beside a word, and is no sign of a wrong reading.
bool stands_beside_words(UChar32 c) {
    constexpr std::u32string_view signs =
        U"\u00A0\u00A3\u00A9\u00AA\u00AB\u00AE\u00B0\u00B1\u00B2\u00B3\u00B5\u00BA\u00BB\u00BC"
        U"\u00BD\u00BE\u00D7\u060C\u061B\u061F\u0640\u201C\u201D\u2022\u2026\u20AC\u2122\u200C"
        U"\u200D\u200E\u200F";
    return joins_letters(c) || signs.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

bool is_arabic(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    return script == USCRIPT_ARABIC || script == USCRIPT_INHERITED ||
           u_charType(c) == U_NON_SPACING_MARK;
}

// Judges the words of a text one sign after another.
class Words {
  public:
    void add(UChar32 c) {
        const bool is_letter = u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK;
        if (is_letter) {
            add_letter(c);
        } else if (is_ascii(c) || !has_letters()) {
            end_word();
        } else if (joins_letters(c)) {
            pending_ = true;  // a word goes on, or not
        } else {
            is_odd_ = is_odd_ || !stands_beside_words(c);
            beyond_ += is_odd_ ? 1 : 0;
            end_word();
        }
    }
    double share() {
        end_word();
        return words_ == 0 ? 1 : static_cast<double>(good_) / static_cast<double>(words_);
    }

  private:
    bool has_letters() const { return ascii_ + beyond_ > 0; }

    void add_letter(UChar32 c) {
        const bool arabic = !is_ascii(c) && is_arabic(c);
        is_odd_ = is_odd_ || (u_isupper(c) && was_small_ && !pending_);
        arabic_ += arabic ? 1 : 0;
        (is_ascii(c) ? ascii_ : beyond_) += 1;
        was_small_ = u_islower(c);
        pending_ = false;
    }

    void end_word() {
        if (beyond_ > 0) {
            ++words_;
            const bool is_latin = arabic_ == 0 && beyond_ <= ascii_ + 1;
            const bool is_all_arabic = arabic_ > 0 && arabic_ == beyond_ && ascii_ == 0;
            good_ += !is_odd_ && (is_latin || is_all_arabic) ? 1 : 0;
        }
        ascii_ = beyond_ = arabic_ = 0;
        is_odd_ = was_small_ = pending_ = false;
    }

    std::size_t words_ = 0, good_ = 0;
    std::size_t ascii_ = 0, beyond_ = 0, arabic_ = 0;  // letters of the word at hand
    bool is_odd_ = false, was_small_ = false, pending_ = false;
};

template <class Take>
void each_sign(std::string_view text, const Take& take) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, text.size(), c);
        if (!take(c)) {
            return;
        }
    }
}

double share_of_words(std::string_view text) {
    Words words;
    each_sign(text, [&](UChar32 c) {
        words.add(c);
        return true;
    });
    return words.share();
}

bool has_controls(std::string_view text) {
    bool found = false;
    each_sign(text, [&](UChar32 c) {
        found = c == 0 || (c >= 0x80 && c < 0xA0);
        return !found;
    });
    return found;
}

// How likely ICU finds each; those that it does not name stay at 0.
void ask_detector(std::string_view bytes, std::vector<CharsetGuess>& guesses) {
    constexpr std::size_t most_looked_at = 1024 * 1024;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
        ucsdet_open(&status), &ucsdet_close);
    const auto sample = bytes.substr(0, most_looked_at);
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    int32_t count = 0;
    const auto* const* const found = ucsdet_detectAll(detector.get(), &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string_view name = ucsdet_getName(found[i], &status);
        for (auto& guess : guesses) {
            const auto* const known =
                std::find_if(single_byte.begin(), single_byte.end(), [&](const auto& each) {
                    return guess.charset == each.charset;
                });
            if (name == known->charset || name == known->iso) {
                guess.confidence =
                    std::max(guess.confidence, ucsdet_getConfidence(found[i], &status));
            }
        }
    }
}

}  // namespace

CharsetGuesses guess_charset(std::string_view bytes) {
    CharsetGuesses all;
    auto& fitting = all.fitting;
    for (const auto& each : single_byte) {
        auto read = convert(bytes, each.charset);
        if (read.fault || has_controls(read.text)) {
            continue;
        }
        const auto share = share_of_words(read.text);
        const bool is_new = std::none_of(fitting.begin(), fitting.end(), [&](const auto& other) {
            return other.text == read.text;
        });
        if (share >= least_share && is_new) {
            fitting.push_back(
                {each.charset, static_cast<int>(std::lround(100 * share)), std::move(read.text)});
        }
    }
    if (fitting.size() < 2) {
        all.is_clear = !fitting.empty();
        return all;
    }
    for (auto& guess : fitting) {
        guess.confidence = 0;
    }
    ask_detector(bytes, fitting);
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto& one, const auto& other) {
        return one.confidence > other.confidence;
    });
    all.is_clear = fitting[0].confidence >= least_confidence &&
                   fitting[0].confidence - fitting[1].confidence >= least_distance;
    return all;
}

std::string differing_letters(const std::vector<CharsetGuess>& guesses) {
    constexpr std::size_t most = 8;
    std::vector<std::vector<UChar32>> readings(guesses.size());
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        each_sign(guesses[i].text, [&](UChar32 c) {
            readings[i].push_back(c);
            return true;
        });
    }
    // One sign a byte, so that all have as many.
    std::vector<std::size_t> places;
    std::set<UChar32> shown;
    for (std::size_t at = 0; at < readings[0].size() && places.size() < most; ++at) {
        const bool differs = std::any_of(readings.begin(), readings.end(), [&](const auto& each) {
            return each[at] != readings[0][at];
        });
        if (differs && shown.insert(readings[0][at]).second) {
            places.push_back(at);
        }
    }
    std::string list;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        std::string letters;
        for (const auto place : places) {
            std::array<char, U8_MAX_LENGTH> bytes{};
            std::size_t size = 0;
            U8_APPEND_UNSAFE(bytes.data(), size, readings[i][place]);
            letters.append(letters.empty() ? "" : " ").append(bytes.data(), size);
        }
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", guesses[i].charset, letters);
    }
    return list;
}

}  // namespace exchange
