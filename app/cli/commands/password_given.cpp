#include "app/cli/commands/password_given.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace cli {

namespace {

// What is typed is not shown while it lives.
class Unseen {
  public:
    Unseen() {
        is_terminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (is_terminal_) {
            auto unseen = before_;
            unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
        }
    }
    ~Unseen() {
        if (is_terminal_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    termios before_{};
    bool is_terminal_ = false;
};

std::string line_of(std::istream& in) {
    std::string line;
    in.clear();  // a text that was read from it before had an end
    std::getline(in, line);
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

std::string typed(Io& io, std::string_view prompt) {
    io.err << prompt << std::flush;
    const Unseen unseen;
    auto line = line_of(*io.in);
    io.err << std::endl;
    return line;
}

}  // namespace

Option password_option() {
    return {"password-stdin", "", "read the password from the first line of standard input"};
}

std::string password_given(Invocation& call) {
    if (call.arguments.has("password-stdin")) {
        return line_of(std::cin);
    }
    if (call.io.in == nullptr) {
        throw schema::refused("password",
                              "nobody can be asked for it here",
                              "call it at a terminal, or give the password on standard input with "
                              "--password-stdin");
    }
    auto password = typed(call.io, "Password: ");
    if (typed(call.io, "The same again: ") != password) {
        throw schema::refused(
            "password", "was not the same both times; nothing was changed", "type it again");
    }
    return password;
}

std::string line_given(Invocation& call, std::string_view prompt, bool is_input) {
    if (is_input) {
        return line_of(std::cin);
    }
    if (call.io.in == nullptr) {
        throw schema::refused("passphrase",
                              "nobody can be asked for it here",
                              "call it at a terminal, or give it on standard input with "
                              "--passphrase-stdin");
    }
    return typed(call.io, prompt);
}

}  // namespace cli
