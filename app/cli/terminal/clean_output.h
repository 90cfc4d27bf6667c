#pragma once
// The way out of the program: what is printed passes here, whatever made it, so that no text of the
// book, of a file or of the command line can drive a terminal.

#include <memory>
#include <ostream>
#include <stdexcept>

namespace cli {

// Whether the character could move the cursor or run a terminal's commands: controls but line end
// and tab, U+2028 and U+2029.
bool is_harmful(char32_t character);

// Whoever was to read the output has closed the pipe, and has what they wanted.
struct ClosedPipe : std::runtime_error {
    ClosedPipe() : std::runtime_error("standard output was closed") {}
};

// Cleans what is written to a stream for as long as this lives. What cannot be written makes the
// stream bad; a stream whose `exceptions` have badbit throws then: ClosedPipe, or schema::Error
// (full, unavailable).
class CleanOutput {
  public:
    enum class As {
        // What is harmful, and what is not UTF-8, becomes U+FFFD. What embeds, overrides or
        // isolates a direction becomes an isolate of that direction, which ends with the line, a
        // tab or two blanks (a column) at the latest, so that it turns nothing but its own text.
        text,
        terminal,  // the same; inks (page_line.h) become colours, right-to-left text is isolated
        json,      // what is harmful or gives a direction becomes \uXXXX, in a JSON string
    };

    CleanOutput(std::ostream& out, As as);
    ~CleanOutput();
    CleanOutput(const CleanOutput&) = delete;
    CleanOutput& operator=(const CleanOutput&) = delete;

    // From here on.
    void become(As as);

  private:
    class Buffer;
    std::ostream& out_;
    std::unique_ptr<Buffer> buffer_;
    std::streambuf* before_;
};

}  // namespace cli
