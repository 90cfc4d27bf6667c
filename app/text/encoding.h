#pragma once
// From a file's bytes to UTF-8 text, without ever replacing what cannot be read.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace exchange {

// The text of a file. Sound UTF-8 is not copied: the bytes must outlive this.
class Decoded {
  public:
    Decoded(std::string encoding, std::string_view plain)
        : encoding_(std::move(encoding)), plain_(plain) {}
    Decoded(std::string encoding, std::string converted, std::optional<int> confidence = {})
        : encoding_(std::move(encoding)),
          converted_(std::move(converted)),
          confidence_(confidence) {}

    const std::string& encoding() const { return encoding_; }  // as found or told: "UTF-8"
    std::string_view text() const { return converted_ ? *converted_ : plain_; }
    // Of the text that is not the bytes as they are; then this holds it no more.
    std::optional<std::string> converted() && { return std::move(converted_); }
    // Per cent, where the encoding was neither told nor evident.
    std::optional<int> confidence() const { return confidence_; }

  private:
    std::string encoding_;
    std::string_view plain_;
    std::optional<std::string> converted_;
    std::optional<int> confidence_;
};

// The text without its byte-order mark. Untold, a file is UTF-8, or UTF-16 or UTF-32 by its mark,
// or UTF-16 without a mark when nearly every other byte is NUL; else the one of the encodings of
// guess_charset that fits clearly. Told, any name that ICU knows: latin1, windows-1252, utf-16le …
// Throws schema::Error: refused, with line, character and byte, at the first byte that cannot be
// read (with the encodings that would fit, and the letters in which they differ), at a NUL, at a
// control character U+0080..U+009F that a told encoding yields (the sign of a
// wrong name: 0x92 is an apostrophe in windows-1252 and nothing in latin1), and when the told name
// contradicts the byte-order mark; misused for a name that nobody knows.
Decoded decode(std::string_view bytes,
               const std::string& file,
               const std::optional<std::string>& told = std::nullopt);

}  // namespace exchange
