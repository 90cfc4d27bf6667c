#include "app/cli/terminal/clean_output.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "app/cli/terminal/page_line.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::string_view isolate = "\u2068";  // the first strong character gives the direction
constexpr std::string_view left_to_right = "\u2066";
constexpr std::string_view right_to_left = "\u2067";
constexpr std::string_view end_isolate = "\u2069";  // of the last isolate

// Embeddings, overrides and isolates, and their ends.
bool gives_direction(UChar32 character) {
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

bool ends_direction(UChar32 character) {
    return character == 0x202C || character == 0x2069;
}

// What embeds or overrides a direction becomes the isolate of it, in which no character changes
// places with what is outside, and none is read in an order of its own.
std::string_view isolate_of(UChar32 character) {
    switch (character) {
        case 0x202A:  // embeds
        case 0x202D:  // overrides
        case 0x2066:
            return left_to_right;
        case 0x202B:
        case 0x202E:
        case 0x2067:
            return right_to_left;
        default:
            return isolate;
    }
}

bool is_plain(char c) {
    return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

// How many bytes the character has that begins with this one; 0 when none does.
std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool turns_right_to_left(UChar32 character) {
    const auto direction = u_charDirection(character);
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool stays_in_its_run(UChar32 character) {
    const auto direction = u_charDirection(character);
    return direction == U_DIR_NON_SPACING_MARK || direction == U_BOUNDARY_NEUTRAL;
}

[[noreturn]] void throw_not_written(int error) {
    if (error == EPIPE) {
        throw ClosedPipe();
    }
    const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    throw schema::Error(is_full ? schema::Fault::full : schema::Fault::unavailable,
                        "standard output",
                        fmt::format("was not written to its end: {}", std::strerror(error)),
                        fmt::format("{}; what was to be recorded is recorded: look with "
                                    "`needlebook ledger` before you repeat it",
                                    is_full ? "make room for it" : "write it to another place"));
}

}  // namespace

bool is_harmful(char32_t character) {
    return (character < 0x20 && character != '\n' && character != '\t') ||
           (character >= 0x7F && character <= 0x9F) || character == 0x2028 || character == 0x2029;
}

class CleanOutput::Buffer : public std::streambuf {
  public:
    Buffer(std::streambuf& to, As as) : to_(to), as_(as) {}

    void become(As as) {
        end_directions();
        sync();
        as_ = as;
    }
    void end() {
        if (!begun_.empty()) {
            put_begun();
        }
        end_directions();
        sync();
    }

  protected:
    int_type overflow(int_type c) override {
        if (!traits_type::eq_int_type(c, traits_type::eof())) {
            take(traits_type::to_char_type(c));
        }
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        for (std::streamsize i = 0; i < count; ++i) {
            take(bytes[i]);
        }
        return count;
    }
    int sync() override {
        end_run();
        write_out();
        errno = 0;
        if (to_.pubsync() != 0) {
            throw_not_written(errno);
        }
        return 0;
    }

  private:
    void take(char byte);
    void put(UChar32 character, std::string_view bytes);
    void put_isolating(UChar32 character, std::string_view bytes);
    void put_direction(UChar32 character);
    void put_ink(char byte);
    // The bytes that began a character: it, or what stands for none.
    void put_begun();
    void end_run() {
        if (in_run_) {
            done_ += end_isolate;
            in_run_ = false;
        }
        done_ += held_;
        held_.clear();
    }
    // Of the text itself: none goes beyond its line or its column.
    void end_directions() {
        if (open_ > 0) {
            end_run();
        }
        for (; open_ > 0; --open_) {
            done_ += end_isolate;
        }
    }
    void write_out() {
        const auto bytes = std::exchange(done_, {});
        const auto size = static_cast<std::streamsize>(bytes.size());
        errno = 0;
        if (to_.sputn(bytes.data(), size) != size) {
            throw_not_written(errno);
        }
    }

    std::streambuf& to_;
    As as_;
    std::string begun_;  // of a character
    std::string done_;   // to be written
    bool in_run_ = false;
    std::string held_;  // after the last right-to-left character of the run
    int open_ = 0;      // isolates of the text itself
};

void CleanOutput::Buffer::take(char byte) {
    constexpr std::size_t block = 1 << 16;
    if (done_.size() >= block) {
        write_out();
    }
    if (is_plain(byte) && begun_.empty() && !in_run_ && open_ == 0) {
        done_ += byte;
        return;
    }
    const bool goes_on = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    if (!goes_on && !begun_.empty()) {
        put_begun();
    }
    if (as_ == As::terminal && is_ink(byte)) {
        put_ink(byte);
        return;
    }
    begun_ += byte;
    if (begun_.size() >= length_of(static_cast<unsigned char>(begun_.front()))) {
        put_begun();
    }
}

void CleanOutput::Buffer::put_begun() {
    const auto bytes = std::exchange(begun_, {});
    const auto character = icu::UnicodeString::fromUTF8(bytes).char32At(0);
    put(character, character == U'\uFFFD' ? replacement : bytes);
}

void CleanOutput::Buffer::put(UChar32 character, std::string_view bytes) {
    std::string escaped;
    const bool gives = gives_direction(character);
    if (gives && as_ != As::json) {
        put_direction(character);
        return;
    }
    const bool is_column = character == ' ' && (in_run_ ? held_ : done_).ends_with(' ');
    if (is_column || character == '\n' || character == '\t') {
        end_directions();
    }
    if (gives || is_harmful(static_cast<char32_t>(character))) {
        escaped = as_ == As::json ? fmt::format("\\u{:04x}", static_cast<unsigned>(character))
                                  : std::string(replacement);
        bytes = escaped;
    }
    if (as_ == As::terminal) {
        put_isolating(character, bytes);
    } else {
        done_ += bytes;
    }
}

// A run begins with a right-to-left character and ends with the last one before a left-to-right
// one, two blanks (a column of a table), or the end of the line.
void CleanOutput::Buffer::put_isolating(UChar32 character, std::string_view bytes) {
    if (turns_right_to_left(character)) {
        done_ += in_run_ ? held_ : isolate;
        held_.clear();
        in_run_ = true;
        done_ += bytes;
        return;
    }
    if (!in_run_ || (held_.empty() && stays_in_its_run(character))) {
        done_ += bytes;
        return;
    }
    const bool is_column = character == ' ' && held_.ends_with(' ');
    held_ += bytes;
    if (is_column || character == '\n' || character == '\t' ||
        u_charDirection(character) == U_LEFT_TO_RIGHT) {
        end_run();
    }
}

// An end of nothing is nothing.
void CleanOutput::Buffer::put_direction(UChar32 character) {
    const bool ends = ends_direction(character);
    if (ends && open_ == 0) {
        return;
    }
    end_run();
    done_ += ends ? end_isolate : isolate_of(character);
    open_ += ends ? -1 : 1;
}

void CleanOutput::Buffer::put_ink(char byte) {
    (in_run_ ? held_ : done_) += ansi(byte);
}

CleanOutput::CleanOutput(std::ostream& out, As as)
    : out_(out),
      buffer_(std::make_unique<Buffer>(*out.rdbuf(), as)),
      before_(out.rdbuf(buffer_.get())) {}

CleanOutput::~CleanOutput() {
    try {
        buffer_->end();
    } catch (const std::exception&) {
        // Who must know has flushed before.
    }
    out_.rdbuf(before_);
}

void CleanOutput::become(As as) {
    buffer_->become(as);
}

}  // namespace cli
