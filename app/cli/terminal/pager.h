#pragma once
// What is longer than the terminal, a page at a time.

#include <optional>
#include <string>

#include <sys/types.h>

namespace cli {

// The program that shows pages: $PAGER; without one `less -FRX`, where that is installed. Nothing
// for an empty $PAGER, for cat, and with TERM=dumb.
std::optional<std::string> pager_command();

// From here to the end of its life standard output goes through the pager, which is waited for
// then.
class Pager {
  public:
    // Nothing happens where there is none.
    explicit Pager(const std::optional<std::string>& command);
    ~Pager();
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

    bool is_open() const { return process_ > 0; }

  private:
    pid_t process_ = 0;
    int terminal_ = -1;  // what standard output was
};

}  // namespace cli
